package io.bridgewarden.store.acl;

import inet.ipaddr.IPAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ForkJoinPool;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.ExtendedResolver;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.ResolverConfig;
import org.xbill.DNS.SRVRecord;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;
import org.xbill.DNS.lookup.LookupFailedException;
import org.xbill.DNS.lookup.LookupSession;
import org.xbill.DNS.lookup.NoSuchDomainException;
import org.xbill.DNS.lookup.NoSuchRRSetException;

/** Looks host names up in the DNS. Safe to share between threads; blocks none. */
public final class DnsResolver implements NameResolver {
    // As long as KAZOO waits for each answer of a name server (reference, acl 5).
    private static final Duration ATTEMPT = Duration.ofMillis(500);
    private static final int ATTEMPTS = 3;
    private static final int MOST_TARGETS = 32;
    private static final String SIP_SERVICE = "_sip._udp";
    private static final Duration NO_ADDRESS_FOR = Duration.ofSeconds(30);
    private static final Duration PARTLY_FOR = Duration.ofSeconds(5);

    private final LookupSession session;

    /** @param servers name servers to ask, in turn; none: those that the system is configured with */
    public DnsResolver(List<InetSocketAddress> servers) {
        List<InetSocketAddress> asked =
                servers.isEmpty() ? ResolverConfig.getCurrentConfig().servers() : servers;
        List<Resolver> resolvers = new ArrayList<>();
        for (InetSocketAddress it : asked) {
            SimpleResolver resolver = new SimpleResolver(it);
            resolver.setTimeout(ATTEMPT);
            resolvers.add(resolver);
        }
        ExtendedResolver inTurn = new ExtendedResolver(resolvers);
        inTurn.setRetries(ATTEMPTS);
        inTurn.setTimeout(ATTEMPT.multipliedBy((long) ATTEMPTS * Math.max(1, resolvers.size())));
        this.session = LookupSession.builder()
                .resolver(inTurn)
                .executor(ForkJoinPool.commonPool())
                .build();
    }

    /** What one question brought: nothing where name servers say so, and not whole where they say nothing. */
    private record Found(List<Record> records, boolean whole) {
        Found and(Found other) {
            List<Record> both = new ArrayList<>(records);
            both.addAll(other.records);
            return new Found(both, whole && other.whole);
        }
    }

    @Override
    public CompletionStage<Answer> resolve(String name) {
        Name host;
        Name service;
        try {
            host = Name.fromString(name, Name.root);
            service = Name.fromString(SIP_SERVICE, host);
        } catch (TextParseException e) {
            return CompletableFuture.completedFuture(new Answer(List.of(), true, NO_ADDRESS_FOR));
        }
        CompletionStage<Found> own = addresses(host);
        return find(service, Type.SRV)
                .thenCompose(targets -> {
                    List<Name> hosts = targets.records().stream()
                            .filter(SRVRecord.class::isInstance)
                            .map(it -> ((SRVRecord) it).getTarget())
                            .filter(it -> !it.equals(Name.root))
                            .distinct()
                            .limit(MOST_TARGETS)
                            .toList();
                    CompletionStage<Found> found = own;
                    if (!hosts.isEmpty()) {
                        found = CompletableFuture.completedFuture(new Found(targets.records(), targets.whole()));
                        for (Name it : hosts) {
                            found = found.thenCombine(addresses(it), Found::and);
                        }
                    }
                    return found.thenCombine(
                            CompletableFuture.completedFuture(new Found(List.of(), targets.whole())), Found::and);
                })
                .thenApply(DnsResolver::answer);
    }

    private CompletionStage<Found> addresses(Name host) {
        return find(host, Type.A).thenCombine(find(host, Type.AAAA), Found::and);
    }

    private CompletionStage<Found> find(Name name, int type) {
        return session.lookupAsync(name, type).handle((result, failure) -> {
            if (failure == null) {
                return new Found(result.getRecords(), true);
            }
            return new Found(List.of(), isNothing(failure));
        });
    }

    private static boolean isNothing(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        return cause instanceof NoSuchDomainException || cause instanceof NoSuchRRSetException;
    }

    private static Answer answer(Found found) {
        List<IPAddress> addresses = new ArrayList<>();
        long seconds = Long.MAX_VALUE;
        for (Record it : found.records()) {
            seconds = Math.min(seconds, it.getTTL());
            String address = it instanceof ARecord a
                    ? a.getAddress().getHostAddress()
                    : it instanceof AAAARecord aaaa ? aaaa.getAddress().getHostAddress() : "";
            Block.address(address).ifPresent(addresses::add);
        }
        if (addresses.isEmpty() && !found.whole()) {
            throw new CompletionException(new LookupFailedException());
        }
        Duration validFor =
                !found.whole() ? PARTLY_FOR : addresses.isEmpty() ? NO_ADDRESS_FOR : Duration.ofSeconds(seconds);
        return new Answer(addresses, found.whole(), validFor);
    }
}
