package io.bridgewarden.store;

import org.jspecify.annotations.Nullable;

/** A store on disk that cannot be opened or read; the message says which, why, and what to do. */
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StoreException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
