package io.bridgewarden.store;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Ends the one thread that makes all changes of a store. */
public final class WritingThread {
    private WritingThread() {}

    /**
     * Waits until what was accepted is written, then closes the file. An interrupt does not cut the writing short; it is
     * kept for the caller.
     *
     * @param file null where nothing is kept
     */
    public static void end(ExecutorService thread, @Nullable StoreFile file) {
        thread.shutdown();
        boolean interrupted = false;
        while (!thread.isTerminated()) {
            try {
                boolean unused = thread.awaitTermination(1, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (file != null) {
            file.close();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
