package io.bridgewarden.decisions.recording;

import io.bridgewarden.decisions.Parts;
import io.bridgewarden.decisions.Question;
import io.bridgewarden.dialect.FileNames;
import io.bridgewarden.facts.RecordingName;
import io.bridgewarden.facts.RecordingSettings;
import io.bridgewarden.store.EffectiveConfig;
import java.util.List;
import java.util.Optional;

/** Which file a recording is kept in. */
public final class RecordingNames {
    private static final String LOCAL_STREAM = "local_stream://";

    private RecordingNames() {}

    /** The file of a recording on the switch, by the rules of the recording decision. */
    public static String file(Question question, String name) {
        RecordingName read = read(name);
        List<Object> facts = List.of(settings(question.config()), read);
        return file(read, Parts.resolve(question.rulebook().evaluate(RecordingDecisions.NAME, facts)));
    }

    static RecordingName read(String name) {
        String bare = name;
        while (bare.startsWith(LOCAL_STREAM)) {
            bare = bare.substring(LOCAL_STREAM.length());
        }
        boolean absolute = bare.startsWith("/");
        return new RecordingName(bare, FileNames.extension(bare), absolute, absolute ? FileNames.directory(bare) : "");
    }

    static RecordingSettings settings(EffectiveConfig config) {
        return new RecordingSettings(
                config.text("recording_file_path"),
                config.text("default_recording_extension"),
                FileNames.encodeTag(config.text("recording_software_name")),
                config.integer("record_sample_rate"),
                config.integer("record_stereo_sample_rate"),
                config.bool("record_waste_resources"),
                config.bool("allow_endless_recording"));
    }

    /** The file that conclusions come to: without a directory or an extension where none is concluded. */
    static String file(RecordingName name, Parts parts) {
        String extension =
                parts.one(FileExtension.class).map(FileExtension::text).orElse("");
        String file = FileNames.encode(FileNames.stem(name.name(), extension)) + extension;
        Optional<FileDirectory> directory = parts.one(FileDirectory.class);
        return directory.isPresent() ? FileNames.join(directory.get().path(), file) : file;
    }
}
