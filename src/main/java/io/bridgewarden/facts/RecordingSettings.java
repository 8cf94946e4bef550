package io.bridgewarden.facts;

/**
 * Configuration that says where and how recordings are kept.
 *
 * @param filePath {@code recording_file_path}, directory on the switch, default {@code /tmp/}
 * @param defaultExtension {@code default_recording_extension}, with its dot, default {@code .mp3}
 * @param softwareTag {@code recording_software_name}, by default KAZOO's, encoded as the switch writes it into the file
 * @param sampleRate {@code record_sample_rate}, Hz on one channel, default 8000
 * @param stereoSampleRate {@code record_stereo_sample_rate}, Hz on two channels, default 16000
 * @param wasteResources {@code record_waste_resources}, default false
 * @param allowEndless {@code allow_endless_recording}, default false
 */
public record RecordingSettings(
        @FromKey("recording_file_path") String filePath,
        @FromKey("default_recording_extension") String defaultExtension,
        @FromKey("recording_software_name") String softwareTag,
        @FromKey("record_sample_rate") long sampleRate,
        @FromKey("record_stereo_sample_rate") long stereoSampleRate,
        @FromKey("record_waste_resources") boolean wasteResources,
        @FromKey("allow_endless_recording") boolean allowEndless) {}
