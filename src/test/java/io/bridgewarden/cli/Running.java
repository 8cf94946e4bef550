package io.bridgewarden.cli;

import io.bridgewarden.http.FrontEnd;
import io.bridgewarden.http.Keys;
import java.net.URI;

/** A service that listens on a free port and asks nobody for a key. */
final class Running implements AutoCloseable {
    private static final class Shared {
        private static final Running INSTANCE = Running.of(Service.open(new ServiceOptions()));
    }

    private final Service service;
    private final FrontEnd frontEnd;

    private Running(Service service, FrontEnd frontEnd) {
        this.service = service;
        this.frontEnd = frontEnd;
    }

    /** One that is closed with it. */
    static Running of(Service service) {
        return new Running(service, FrontEnd.start(service.backend("test"), Keys.notAsked(), "127.0.0.1", 0));
    }

    /** As it is without options; for tests that leave nothing behind, which is why it is never closed. */
    static Running shared() {
        return Shared.INSTANCE;
    }

    Service service() {
        return service;
    }

    int port() {
        return frontEnd.port();
    }

    String url() {
        return "http://127.0.0.1:" + port();
    }

    URI uri(String path) {
        return URI.create(url() + path);
    }

    @Override
    public void close() {
        frontEnd.close();
        service.close();
    }
}
