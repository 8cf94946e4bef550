package io.bridgewarden.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A process that makes change after change to a store, until it is killed. Its main class is given a directory and the
 * number of the first change; it prints {@code ready}, and then the number of each change that is kept.
 */
public final class WritingProcess {
    private WritingProcess() {}

    /**
     * Has changes made, and kills the process while it makes more.
     *
     * @param from number of the first change
     * @param changes how many are waited for
     * @return number of the first change that was not said to be kept
     */
    public static int writeAndKill(Class<?> main, Path directory, int from, int changes)
            throws IOException, InterruptedException {
        Process writer = start(main, directory, from);
        int next = from;
        try (BufferedReader output = writer.inputReader()) {
            assertThat(output.readLine()).isEqualTo("ready");
            while (next < from + changes) {
                next = Integer.parseInt(output.readLine()) + 1;
            }
            // Not by the process itself, which would close the output that is still to be read.
            writer.toHandle().destroyForcibly();
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                next = Integer.parseInt(line) + 1;
            }
        } finally {
            writer.destroyForcibly().waitFor();
        }
        return next;
    }

    /** Starts the process. What it says of errors comes with its output. */
    public static Process start(Class<?> main, Path directory, int from) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(
                        java,
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        main.getName(),
                        directory.toString(),
                        Integer.toString(from))
                .redirectErrorStream(true)
                .start();
    }
}
