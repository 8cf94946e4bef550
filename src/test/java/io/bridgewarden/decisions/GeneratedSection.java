package io.bridgewarden.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A part of a page of the docs that is written by a program, between {@code <!-- NAME: begin -->} and its end. */
public final class GeneratedSection {
    private GeneratedSection() {}

    /** Holds the part to what is to stand there; with {@code -Dregenerate=true} writes it. */
    public static void assertUpToDate(Path page, String name, String text) throws IOException {
        String docs = Files.readString(page);
        String mark = "<!-- %s: begin -->\n".formatted(name);
        int begin = docs.indexOf(mark) + mark.length();
        int end = docs.indexOf("<!-- %s: end -->".formatted(name));
        if (Boolean.getBoolean("regenerate")) {
            Files.writeString(page, docs.substring(0, begin) + text + docs.substring(end));
            return;
        }

        assertThat(docs.substring(begin, end)).isEqualTo(text);
    }
}
