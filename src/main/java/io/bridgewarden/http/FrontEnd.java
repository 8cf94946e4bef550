package io.bridgewarden.http;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.net.BindException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HTTP server, from when it listens until it is closed. Safe to share between threads. */
public final class FrontEnd implements AutoCloseable {
    /** How long answers in flight are waited for when the server is closed. */
    public static final Duration DRAIN = Duration.ofSeconds(10);

    /** Longest request line that is read, in bytes. */
    static final int MAX_REQUEST_LINE = 8 * 1024;

    /** Longest headers that are read, in bytes. */
    static final int MAX_HEADERS = 16 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(FrontEnd.class);
    private static final Duration IDLE = Duration.ofSeconds(30);
    private static final Duration START = Duration.ofSeconds(30);
    private static final int ANY_PORT_FOR_ALL = -1;

    private final Vertx vertx;
    private final Readiness readiness;
    private final List<HttpServer> servers;

    private FrontEnd(Vertx vertx, Readiness readiness, List<HttpServer> servers) {
        this.vertx = vertx;
        this.readiness = readiness;
        this.servers = servers;
    }

    /** Tells why there is no server, in words for whoever wanted one. */
    public static final class NotListening extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private NotListening(String message) {
            super(message);
        }
    }

    /**
     * Starts to listen, with one event loop a core.
     *
     * @param host name or address of the interface to listen on
     * @param port 0 for any that is free
     * @throws NotListening if the port is taken or not to be had
     */
    public static FrontEnd start(Backend backend, Keys keys, String host, int port) {
        int eventLoops = Runtime.getRuntime().availableProcessors();
        Readiness readiness = new Readiness();
        Routes routes = new Routes(backend, keys, readiness);
        Vertx vertx = Vertx.vertx(new VertxOptions()
                .setEventLoopPoolSize(eventLoops)
                .setFileSystemOptions(
                        new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false)));
        List<HttpServer> servers = new CopyOnWriteArrayList<>();
        try {
            await(
                    vertx.deployVerticle(
                            () -> context ->
                                    listen(vertx, routes, options(host, port)).onSuccess(servers::add),
                            new DeploymentOptions().setInstances(eventLoops)),
                    START);
            return new FrontEnd(vertx, readiness, servers);
        } catch (ExecutionException | TimeoutException e) {
            vertx.close();
            throw new NotListening("cannot listen on `%s` port %d: %s".formatted(host, port, reason(e)));
        }
    }

    /** The port it listens on. */
    public int port() {
        return servers.get(0).actualPort();
    }

    /**
     * Stops in good order: no new connection is taken from here on, requests under way are answered within
     * {@link #DRAIN}, and their connections are closed.
     */
    @Override
    public void close() {
        readiness.stop();
        List<Future<Void>> stopping = servers.stream()
                .map(server -> server.shutdown(DRAIN.toMillis(), TimeUnit.MILLISECONDS))
                .toList();
        try {
            await(Future.join(stopping).eventually(vertx::close), DRAIN.plusSeconds(5));
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("the server did not stop in good order: {}", reason(e));
        }
    }

    private static Future<HttpServer> listen(Vertx vertx, Routes routes, HttpServerOptions options) {
        return vertx.createHttpServer(options)
                .requestHandler(routes.router(vertx))
                .invalidRequestHandler(InvalidRequests::answer)
                .listen();
    }

    private static HttpServerOptions options(String host, int port) {
        return new HttpServerOptions()
                .setHost(host)
                .setPort(port == 0 ? ANY_PORT_FOR_ALL : port)
                .setIdleTimeout((int) IDLE.toSeconds())
                .setIdleTimeoutUnit(TimeUnit.SECONDS)
                .setMaxInitialLineLength(MAX_REQUEST_LINE)
                .setMaxHeaderSize(MAX_HEADERS)
                .setHttp2ClearTextEnabled(false);
    }

    private static void await(Future<?> future, Duration limit) throws ExecutionException, TimeoutException {
        try {
            future.toCompletionStage().toCompletableFuture().get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TimeoutException("interrupted");
        }
    }

    private static String reason(Exception failure) {
        Throwable cause = failure.getCause();
        if (cause instanceof BindException) {
            return "the port is taken or not allowed, or the address is not one of this machine";
        }
        if (cause instanceof UnknownHostException) {
            return "the host is not known";
        }
        return cause == null ? "it took too long" : String.valueOf(cause.getMessage());
    }
}
