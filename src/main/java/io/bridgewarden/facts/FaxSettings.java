package io.bridgewarden.facts;

/**
 * Configuration that says where received faxes are kept.
 *
 * @param filePath {@code fax_file_path}, directory on the switch, default {@code /tmp/}
 * @param defaultExtension {@code default_fax_extension}, with its dot, default {@code .tiff}
 */
public record FaxSettings(
        @FromKey("fax_file_path") String filePath,
        @FromKey("default_fax_extension") String defaultExtension) {}
