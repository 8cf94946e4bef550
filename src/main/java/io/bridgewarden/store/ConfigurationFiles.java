package io.bridgewarden.store;

import io.bridgewarden.documents.Problem;
import io.bridgewarden.documents.Problem.Violation;
import io.bridgewarden.documents.ProblemException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A configuration of files that is looked at again and again, so that a change comes in force without a restart, once it
 * is still. A change that cannot be used replaces nothing. What is read is compared, so that the file system need not tell,
 * which symbolic links and network file systems do not.
 */
public final class ConfigurationFiles implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ConfigurationFiles.class);
    private static final int MAX_PLACES = 5;

    private final Path path;
    private final Configuration first;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(it -> {
        Thread looking = new Thread(it, "configuration-files");
        looking.setDaemon(true);
        return looking;
    });
    private String seen;
    private String told;

    private ConfigurationFiles(Path path) {
        this.path = path;
        // Before they are read, so that what changes meanwhile is seen to differ.
        this.seen = digest(path);
        this.told = seen;
        this.first = Configuration.load(path);
    }

    /**
     * Reads the files.
     *
     * @param path as {@link Configuration#load} takes it
     * @throws ProblemException {@code invalid-configuration} (422) that names the file, with each mistake in it
     */
    public static ConfigurationFiles open(Path path) {
        return new ConfigurationFiles(path);
    }

    /** The configuration as it was when it was opened. */
    public Configuration configuration() {
        return first;
    }

    /**
     * Has a store follow the files from now on.
     *
     * @param interval from one look to the next, and how long a change has to be still
     */
    public void follow(ConfigurationStore store, Duration interval) {
        var unused = thread.scheduleWithFixedDelay(
                () -> look(store), interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Looks once. */
    void look(ConfigurationStore store) {
        try {
            String found = digest(path);
            boolean still = found.equals(seen);
            seen = found;
            if (still && !found.equals(told)) {
                told = found;
                put(store);
            }
        } catch (RuntimeException e) {
            // A task that throws is not run again, and then nobody would look.
            LOG.error("the configuration `{}` could not be looked at", path, e);
        }
    }

    private void put(ConfigurationStore store) {
        try {
            Configuration changed = Configuration.load(path);
            CompletionStage<Void> unused = store.follow(changed)
                    .thenRun(() -> LOG.info("the configuration `{}` has changed and is in force", path));
        } catch (ProblemException e) {
            LOG.error(
                    "the configuration `{}` has changed and is not put in force: {}",
                    path,
                    e.problem().inWords());
            store.stale(places(e.problem()));
        }
    }

    // Without the values, since whoever asks for the health of the service need not be trusted with them.
    private static String places(Problem problem) {
        List<Violation> errors = problem.errors();
        if (errors.isEmpty()) {
            return "a file is missing or cannot be read";
        }
        String first = errors.stream()
                .limit(MAX_PLACES)
                .map(it -> "`%s` (%s)".formatted(it.pointer(), it.code()))
                .collect(Collectors.joining(", ", "mistakes at ", ""));
        return errors.size() > MAX_PLACES ? first + " and %d more".formatted(errors.size() - MAX_PLACES) : first;
    }

    /** Names and content of the files. */
    private static String digest(Path path) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try {
            for (Path file : files(path)) {
                all.writeBytes(file.toString().getBytes(StandardCharsets.UTF_8));
                all.write('\n');
                byte[] bytes = Files.readAllBytes(file);
                all.writeBytes((bytes.length + "\n").getBytes(StandardCharsets.UTF_8));
                all.writeBytes(bytes);
            }
        } catch (IOException e) {
            all.writeBytes(String.valueOf(e).getBytes(StandardCharsets.UTF_8));
        }
        return Canonical.digest(all.toByteArray());
    }

    private static List<Path> files(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (Stream<Path> entries = Files.list(path)) {
            return entries.filter(it -> it.toString().endsWith(".json") && Files.isRegularFile(it))
                    .sorted()
                    .toList();
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
