package io.bridgewarden.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.BiConsumer;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.type.ByteArrayDataType;
import org.h2.mvstore.type.StringDataType;

/**
 * A file that something survives a restart in. What was committed survives the end of the process, however it ends;
 * after the end of the machine, what was committed a second before. For one thread.
 */
public final class StoreFile implements AutoCloseable {
    private static final int FORMAT = 1;
    // Chunks are overwritten this long after nothing refers to them any more, milliseconds; by then, what replaced them
    // has been forced to disk.
    private static final int RETENTION = 5_000;
    private static final long SYNC_EVERY = 1_000_000_000L;
    private static final int COMPACT_EVERY = 256;
    private static final int COMPACT_BELOW_FILL = 60;
    private static final int COMPACT_BYTES = 1 << 20;

    private final MVStore store;
    private final MVMap<String, byte[]> map;
    private int commits;
    private boolean unsynced;
    private long syncedAt = System.nanoTime();

    private StoreFile(MVStore store, String kept) {
        this.store = store;
        this.map = store.openMap(
                kept,
                new MVMap.Builder<String, byte[]>()
                        .keyType(StringDataType.INSTANCE)
                        .valueType(ByteArrayDataType.INSTANCE));
    }

    /**
     * Opens the file {@code KEPT.mv.db}, which is made if it is not there.
     *
     * @param kept what is kept there, {@code registrations}
     * @throws StoreException if it cannot be used: in use by another process, damaged, written by a later release
     */
    public static StoreFile open(Path directory, String kept) {
        Path path = directory.resolve(kept + ".mv.db");
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new StoreException("the data directory `%s` cannot be made".formatted(directory), e);
        }
        try {
            MVStore store = new MVStore.Builder()
                    .fileName(path.toString())
                    .autoCommitDisabled()
                    .compress()
                    .open();
            store.setRetentionTime(RETENTION);
            store.setVersionsToKeep(0);
            return new StoreFile(ours(store, path), kept);
        } catch (MVStoreException e) {
            throw new StoreException(reason(path, kept, e), e);
        }
    }

    private static MVStore ours(MVStore store, Path path) {
        int format = store.getStoreVersion();
        if (format > FORMAT) {
            store.closeImmediately();
            throw new StoreException(
                    "`%s` was written by a later release; use that one, or another data directory".formatted(path),
                    null);
        }
        store.setStoreVersion(FORMAT);
        return store;
    }

    private static String reason(Path path, String kept, MVStoreException e) {
        return switch (e.getErrorCode()) {
            case DataUtils.ERROR_FILE_LOCKED ->
                "`%s` is in use by another process; stop that one, or use another data directory".formatted(path);
            case DataUtils.ERROR_FILE_CORRUPT, DataUtils.ERROR_UNSUPPORTED_FORMAT ->
                "`%s` is damaged or no store of %s; move it away to start with none".formatted(path, kept);
            default -> "`%s` cannot be opened for reading and writing".formatted(path);
        };
    }

    /** Reads everything: what is kept under each name. */
    public void load(BiConsumer<String, byte[]> keep) {
        map.entrySet().forEach(it -> keep.accept(it.getKey(), it.getValue()));
    }

    /**
     * Makes these changes, all or none; they are kept once it returns.
     *
     * @param changes what is kept under each name from now on; nothing at all forgets the name
     */
    public void write(Map<String, byte[]> changes) {
        try {
            changes.forEach((name, value) -> {
                if (value.length == 0) {
                    map.remove(name);
                } else {
                    map.put(name, value);
                }
            });
            store.commit();
        } catch (RuntimeException e) {
            if (!store.isClosed()) {
                store.rollback();
            }
            throw e;
        }
        unsynced = true;
        if (++commits % COMPACT_EVERY == 0) {
            compact();
        }
        if (System.nanoTime() - syncedAt > SYNC_EVERY) {
            sync();
        }
    }

    /** Tidies up; called when there is nothing to write. */
    public void rest() {
        if (compact()) {
            unsynced = true;
        }
        if (unsynced) {
            sync();
        }
    }

    private boolean compact() {
        return store.compact(COMPACT_BELOW_FILL, COMPACT_BYTES);
    }

    private void sync() {
        store.sync();
        syncedAt = System.nanoTime();
        unsynced = false;
    }

    @Override
    public void close() {
        if (!store.isClosed()) {
            sync();
            store.close();
        }
    }
}
