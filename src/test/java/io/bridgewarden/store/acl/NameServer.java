package io.bridgewarden.store.acl;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SRVRecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.TextParseException;

/** A name server on loopback, over UDP and TCP, that misbehaves when told to. */
public final class NameServer implements AutoCloseable {
    private static final int MOST_OVER_UDP = 512;

    private final DatagramSocket udp;
    private final ServerSocket tcp;
    private final Map<String, List<Record>> records = new ConcurrentHashMap<>();
    private final Set<String> silent = ConcurrentHashMap.newKeySet();
    private final Set<String> failing = ConcurrentHashMap.newKeySet();
    private final Map<String, CountDownLatch> held = new ConcurrentHashMap<>();
    private final Map<String, Function<byte[], byte[]>> mangled = new ConcurrentHashMap<>();
    private final AtomicInteger overTcp = new AtomicInteger();
    private final Map<String, AtomicInteger> asked = new ConcurrentHashMap<>();

    public NameServer() {
        try {
            InetAddress loopback = InetAddress.getLoopbackAddress();
            this.tcp = new ServerSocket(0, 50, loopback);
            this.udp = new DatagramSocket(tcp.getLocalPort(), loopback);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(this::answerUdp);
        start(this::answerTcp);
    }

    public InetSocketAddress address() {
        return new InetSocketAddress(udp.getLocalAddress(), udp.getLocalPort());
    }

    /** From now on the name has these addresses, IPv4 and IPv6, for so many seconds. */
    public void set(String name, long ttl, String... addresses) {
        List<Record> its = new ArrayList<>();
        for (String it : addresses) {
            its.add(record(name, ttl, it));
        }
        records.put(name, its);
    }

    /** From now on calls to the name's SIP service go to these hosts. */
    void setService(String name, String... targets) {
        Name service = name("_sip._udp." + name);
        records.put(
                "_sip._udp." + name,
                Arrays.stream(targets)
                        .map(it -> (Record) new SRVRecord(service, DClass.IN, 60, 0, 0, 5060, name(it)))
                        .toList());
    }

    /** From now on questions about the name go unanswered. */
    public void silence(String name) {
        silent.add(name);
    }

    void speak(String name) {
        silent.remove(name);
    }

    /** From now on questions about the name are answered with a failure. */
    void fail(String name) {
        failing.add(name);
    }

    /** From now on questions about the name are answered only when the latch opens. */
    void hold(String name, CountDownLatch latch) {
        held.put(name, latch);
    }

    /** From now on answers about the name are changed on the wire. */
    void mangle(String name, Function<byte[], byte[]> change) {
        mangled.put(name, change);
    }

    int askedOverTcp() {
        return overTcp.get();
    }

    int asked(String name) {
        return asked.getOrDefault(name, new AtomicInteger()).get();
    }

    private static Record record(String name, long ttl, String address) {
        try {
            InetAddress it = InetAddress.getByName(address);
            return it.getAddress().length == 4
                    ? new ARecord(name(name), DClass.IN, ttl, it)
                    : new AAAARecord(name(name), DClass.IN, ttl, it);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Name name(String name) {
        try {
            return Name.fromString(name, Name.root);
        } catch (TextParseException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private void answerUdp() throws IOException {
        byte[] buffer = new byte[4096];
        while (true) {
            DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
            udp.receive(packet);
            byte[] question = Arrays.copyOf(packet.getData(), packet.getLength());
            start(() -> {
                byte[] answer = answer(question, true);
                if (answer != null) {
                    udp.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
                }
            });
        }
    }

    private void answerTcp() throws IOException {
        while (true) {
            Socket socket = tcp.accept();
            start(() -> {
                try (socket) {
                    DataInputStream in = new DataInputStream(socket.getInputStream());
                    DataOutputStream out = new DataOutputStream(socket.getOutputStream());
                    while (true) {
                        byte[] answer = answer(in.readNBytes(in.readUnsignedShort()), false);
                        overTcp.incrementAndGet();
                        if (answer != null) {
                            out.writeShort(answer.length);
                            out.write(answer);
                        }
                    }
                }
            });
        }
    }

    private byte[] answer(byte[] bytes, boolean small) throws IOException, InterruptedException {
        Message question = new Message(bytes);
        Name name = question.getQuestion().getName();
        String text = name.toString(true);
        String host = text.replace("_sip._udp.", "");
        asked.computeIfAbsent(text, it -> new AtomicInteger()).incrementAndGet();
        CountDownLatch latch = held.get(host);
        if (latch != null) {
            latch.await();
        }
        if (silent.contains(text) || silent.contains(host)) {
            return null;
        }
        Message answer = new Message(question.getHeader().getID());
        answer.getHeader().setFlag(Flags.QR);
        answer.getHeader().setFlag(Flags.RA);
        answer.addRecord(question.getQuestion(), Section.QUESTION);
        if (failing.contains(host)) {
            answer.getHeader().setRcode(Rcode.SERVFAIL);
        } else if (!records.containsKey(text)) {
            answer.getHeader().setRcode(Rcode.NXDOMAIN);
        } else {
            records.get(text).stream()
                    .filter(it -> it.getType() == question.getQuestion().getType())
                    .forEach(it -> answer.addRecord(it, Section.ANSWER));
        }
        byte[] wire = answer.toWire();
        if (small && wire.length > MOST_OVER_UDP) {
            answer.removeAllRecords(Section.ANSWER);
            answer.getHeader().setFlag(Flags.TC);
            wire = answer.toWire();
        }
        return mangled.getOrDefault(host, it -> it).apply(wire);
    }

    private interface Work {
        void run() throws IOException, InterruptedException;
    }

    private static void start(Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException e) {
                        // Closed, by one side or the other.
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "name-server");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        udp.close();
        try {
            tcp.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
