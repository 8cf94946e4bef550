package io.bridgewarden.http;

/** Whether the service takes requests. Safe to share between threads. */
final class Readiness {
    private volatile boolean stopping;

    /** No more requests are wanted. */
    void stop() {
        stopping = true;
    }

    boolean isStopping() {
        return stopping;
    }
}
