package io.bridgewarden.facts;

/**
 * The name that a recording is given. There is none where the command names none.
 *
 * @param name without a leading {@code local_stream://}
 * @param extension end of the name from its last dot on, {@code .mp3}; empty if it has none
 * @param absolute whether the name brings its directory
 * @param directory that directory; empty if it brings none
 */
public record RecordingName(String name, String extension, boolean absolute, String directory) {}
