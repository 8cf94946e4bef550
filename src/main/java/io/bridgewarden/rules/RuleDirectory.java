package io.bridgewarden.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;

/** Reads what a directory of rules holds, without failing on what cannot be read. */
final class RuleDirectory {
    private RuleDirectory() {}

    /**
     * What there was at one look.
     *
     * @param digest another whenever a rule file, a case file or the {@code overlay.json} changed, or a name
     * @param files the rule files, by path
     * @param problems why they cannot be used; none where they were read
     */
    record Snapshot(String digest, List<RuleFile> files, List<RuleProblem> problems) {}

    static Snapshot read(Path directory) {
        return read(directory, Trust.CHECKED);
    }

    static Snapshot read(Path directory, Trust trust) {
        try {
            List<RuleFile> files = RuleFiles.of(directory, trust);
            return new Snapshot(RuleFiles.revision(files) + cases(directory), files, List.of());
        } catch (RulebookException e) {
            return unusable(e.problems());
        } catch (UncheckedIOException e) {
            String what =
                    e.getCause() == null ? "" : String.valueOf(e.getCause().getMessage());
            return unusable(List.of(new RuleProblem(".", 1, 1, "`%s` cannot be read".formatted(what))));
        } catch (IOException e) {
            return unusable(List.of(new RuleProblem(".", 1, 1, "`%s` cannot be read".formatted(e.getMessage()))));
        }
    }

    private static Snapshot unusable(List<RuleProblem> problems) {
        return new Snapshot(problems.toString(), List.of(), problems);
    }

    private static String cases(Path directory) throws IOException {
        MessageDigest digest = RuleFiles.sha256();
        Path overlay = directory.resolve(Overlay.FILE);
        digest.update(Files.isRegularFile(overlay) ? Files.readAllBytes(overlay) : new byte[0]);
        for (Path decision : RuleFiles.list(directory)) {
            Path cases = decision.resolve("cases");
            if (Files.isDirectory(cases)) {
                for (Path file : RuleFiles.list(cases)) {
                    digest.update((directory.relativize(file) + "\0").getBytes(StandardCharsets.UTF_8));
                    digest.update(Files.isRegularFile(file) ? Files.readAllBytes(file) : new byte[0]);
                }
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
