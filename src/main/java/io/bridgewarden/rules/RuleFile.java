package io.bridgewarden.rules;

/**
 * A rule file as it was read.
 *
 * @param decision folder it lies in, which is also its DRL package
 * @param path from the rule directory, with forward slashes
 * @param text its content
 */
record RuleFile(String decision, String path, String text) implements Comparable<RuleFile> {
    @Override
    public int compareTo(RuleFile other) {
        return path.compareTo(other.path);
    }
}
