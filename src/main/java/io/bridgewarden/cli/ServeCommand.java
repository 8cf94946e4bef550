package io.bridgewarden.cli;

import io.bridgewarden.http.FrontEnd;
import io.bridgewarden.http.Keys;
import io.bridgewarden.http.KeysFile;
import io.bridgewarden.rules.RulesStatus;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bridgewarden serve}. */
@Command(
        name = "serve",
        description = "Answers decisions over HTTP until it is told to stop (SIGTERM, or Ctrl-C).",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        footer = {
            "",
            "Prints one line when it is ready. When told to stop, it takes no new connections, finishes answers in flight "
                    + "within 10 seconds, and closes its stores.",
            "",
            "Rules of --rules DIR that change while it runs are in force as soon as they compile and pass their cases; "
                    + "until then those before them stay, and GET /health/ready says STALE and why."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "143:stopped by SIGTERM, in good order",
            "130:the same by Ctrl-C",
            "1:could not start; standard error says why",
            "2:wrong options"
        })
final class ServeCommand implements Callable<Integer> {
    @Spec
    @Nullable
    CommandSpec spec;

    @Option(
            names = "--host",
            paramLabel = "NAME",
            defaultValue = "${env:BRIDGEWARDEN_HOST:-127.0.0.1}",
            description = "Address to listen on. Beyond loopback, --keys or --insecure is needed. Default: 127.0.0.1. "
                    + "Environment: BRIDGEWARDEN_HOST.")
    String host = "127.0.0.1";

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "${env:BRIDGEWARDEN_PORT:-8080}",
            description = "Port to listen on, 0 for any that is free. Default: 8080. Environment: BRIDGEWARDEN_PORT.")
    int port = 8080;

    @Mixin
    ServiceOptions service = new ServiceOptions();

    @Option(
            names = "--keys",
            paramLabel = "FILE",
            defaultValue = "${env:BRIDGEWARDEN_KEYS}",
            description = "File of API keys that callers have to bear (see: bridgewarden key new --help). "
                    + "Environment: BRIDGEWARDEN_KEYS.")
    @Nullable
    Path keys;

    @Option(
            names = "--insecure",
            defaultValue = "${env:BRIDGEWARDEN_INSECURE:-false}",
            description =
                    "Listen beyond loopback without keys: whoever reaches the port may decide and change everything. "
                            + "Environment: BRIDGEWARDEN_INSECURE.")
    boolean insecure;

    @Override
    public Integer call() throws InterruptedException {
        if (port < 0 || port > 65_535) {
            throw new CommandFailure("`--port %d` is no port; one from 0 to 65535 is expected".formatted(port));
        }
        Keys asked = keys == null ? Keys.notAsked() : new KeysFile(keys).read();
        warnOfOpenness();
        Service opened = Service.following(service);
        try {
            opened.warmUp();
            serve(opened, asked);
        } finally {
            opened.close();
        }
        return 0;
    }

    private void serve(Service opened, Keys asked) throws InterruptedException {
        FrontEnd frontEnd = FrontEnd.start(opened.backend(Main.Version.number()), asked, host, port);
        CountDownLatch told = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            told.countDown();
                            awaitQuietly(closed);
                        },
                        "stop"));
        RulesStatus inForce = opened.rules().status();
        out("bridgewarden ready on http://%s:%d, %d rules, revision %s"
                .formatted(
                        host.contains(":") ? "[" + host + "]" : host,
                        frontEnd.port(),
                        inForce.rules().size(),
                        inForce.revision().substring(0, "sha256:".length() + 12)));
        try {
            told.await();
            frontEnd.close();
            opened.close();
        } finally {
            closed.countDown();
        }
    }

    // The process ends when its shutdown hooks have, so the last of them waits until everything is closed.
    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void warnOfOpenness() {
        if (keys != null || isLoopback()) {
            return;
        }
        if (!insecure) {
            throw new CommandFailure(("`--host %s` is not loopback, so callers would need no key; give `--keys FILE`, "
                            + "or say `--insecure` to let everybody decide and change everything")
                    .formatted(host));
        }
        err("bridgewarden: WARNING: listening on %s without keys; whoever reaches the port may do everything"
                .formatted(host));
    }

    private boolean isLoopback() {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private void out(String line) {
        if (spec != null) {
            spec.commandLine().getOut().println(line);
            spec.commandLine().getOut().flush();
        }
    }

    private void err(String line) {
        if (spec != null) {
            spec.commandLine().getErr().println(line);
        }
    }
}
