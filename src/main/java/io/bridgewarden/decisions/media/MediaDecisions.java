package io.bridgewarden.decisions.media;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.decisions.Decider;
import io.bridgewarden.decisions.Overrides;
import io.bridgewarden.decisions.Question;
import io.bridgewarden.decisions.Verdict;
import io.bridgewarden.decisions.Warning;
import io.bridgewarden.decisions.recording.RecordingNames;
import io.bridgewarden.dialect.Members;
import io.bridgewarden.facts.MediaName;
import io.bridgewarden.facts.MediaSettings;
import io.bridgewarden.rules.Evaluation;
import io.bridgewarden.rules.Evaluation.Reasoned;
import io.bridgewarden.store.EffectiveConfig;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Decides how a piece of media is played (reference, config-keys 6). Safe to share between threads. */
public final class MediaDecisions implements Decider {
    /** The reason where no rule has anything to say; then the switch is given what was named. */
    static final String NO_RULE = "no-rule";

    private static final String SILENCE = "silence";
    private static final Comparator<Play> FIRST_RANK = Comparator.comparingInt(Play::rank)
            .thenComparing(Play::player)
            .thenComparing(Play::what)
            .thenComparing(Play::reason);

    @Override
    public String name() {
        return "media";
    }

    @Override
    public Overrides overrides(ObjectNode request) {
        return Overrides.asRead(request);
    }

    @Override
    public CompletionStage<Verdict> decide(Question question) {
        EffectiveConfig config = question.config();
        String name = Members.text(question.request(), "media");
        List<Object> facts = new ArrayList<>();
        facts.add(new MediaSettings(config.bool("use_vlc"), config.bool("use_shout"), config.bool("use_http_cache")));
        if (name != null) {
            facts.add(new MediaName(name, scheme(name), Members.text(question.request(), "resolved")));
        }
        Evaluation evaluation = question.rulebook().evaluate(name(), facts);
        Reasoned<Play> play = resolve(name, evaluation);
        MediaResult result = new MediaResult(
                path(play.conclusion(), question),
                play.conclusion().player().word(),
                play.conclusion().reason(),
                play.rule(),
                Warning.ofConfig(config));
        return CompletableFuture.completedFuture(new Verdict(result, facts, evaluation));
    }

    /** Of several ways the one with the smallest rank; without any, the switch is given what was named. */
    static Reasoned<Play> resolve(@Nullable String name, Evaluation rules) {
        return rules.of(Play.class).stream()
                .min(Comparator.comparing(Reasoned::conclusion, FIRST_RANK))
                .orElseGet(
                        () -> new Reasoned<>(new Play(0, Player.SWITCH, name == null ? SILENCE : name, NO_RULE), ""));
    }

    private static String scheme(String name) {
        return name.substring(0, Math.max(0, name.indexOf("://")));
    }

    private static String path(Play play, Question question) {
        String what = play.what();
        return switch (play.player()) {
            case SWITCH -> what;
            case RECORDING -> RecordingNames.file(question, what);
            case VLC -> "vlc://" + what;
            case SHOUT ->
                scheme(what).matches("https?")
                        ? "shout" + what.substring(scheme(what).length())
                        : what;
            case HTTP_CACHE -> "http_cache://" + what;
        };
    }
}
