package io.bridgewarden.decisions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.dialect.Members;
import io.bridgewarden.documents.Problem;
import io.bridgewarden.documents.ProblemException;
import io.bridgewarden.store.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The members of an object in a request, read as KAZOO reads its messages: a number or truth may be given as text, and
 * what cannot be read counts as not given and is told of. For one use by one thread.
 */
public final class Given {
    // Expanded by the switch wherever it stands, so that a value could run commands there.
    private static final Pattern UNSAFE = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029]|\\$\\{|\\$\\$");

    private final ObjectNode object;
    private final String pointer;
    private final List<Warning> warnings = new ArrayList<>();

    /** @param pointer where the object stands in the request, {@code #/request} */
    public Given(ObjectNode object, String pointer) {
        this.object = object;
        this.pointer = pointer;
    }

    /** What was not read as it is written, in the order it was asked for. */
    public List<Warning> warnings() {
        return List.copyOf(warnings);
    }

    /** A text; null if it is absent, null or empty. A number reads as text. */
    public @Nullable String text(String name) {
        return Members.text(object, name);
    }

    /**
     * As {@link #text}, for what ends up in the switch's own language.
     *
     * @throws ProblemException 422 if it has a line break or other control character, or a
     *     variable of the switch
     */
    public @Nullable String safeText(String name) {
        String text = text(name);
        if (text != null && isUnsafe(text)) {
            throw unsafe(pointer + "/" + name);
        }
        return text;
    }

    /** Whether the switch would read something in a text as its own language. */
    public static boolean isUnsafe(String text) {
        return UNSAFE.matcher(text).find();
    }

    /** What is answered to such a text. */
    public static ProblemException unsafe(String pointer) {
        return Problem.invalid(
                        pointer,
                        "unsafe-value",
                        "the switch would read a control character or a variable such as `${...}` in it as its own")
                .asException();
    }

    /**
     * As {@link #text}, for what cannot be done without.
     *
     * @throws ProblemException 422 if it is not given
     */
    public String needed(String name) {
        String text = text(name);
        if (text == null) {
            throw Problem.invalid(pointer + "/" + name, "required", "it is needed here")
                    .asException();
        }
        return text;
    }

    /** As {@link #needed} and {@link #safeText}. */
    public String neededSafe(String name) {
        String text = needed(name);
        if (isUnsafe(text)) {
            throw unsafe(pointer + "/" + name);
        }
        return text;
    }

    /** A whole number in decimal, rounded half away from zero; null if it is not given. */
    public @Nullable String integer(String name) {
        JsonNode value = value(name);
        JsonNode number = Reader.INTEGER.read(value, MissingNode.getInstance());
        return number.isMissingNode() ? notRead(name, value, "a whole number") : number.asText();
    }

    /** A number as it is written; null if it is not given. */
    public @Nullable String number(String name) {
        return integer(name) == null ? null : text(name);
    }

    /** {@code true} or {@code false}; null if it is not given. */
    public @Nullable String bool(String name) {
        JsonNode value = value(name);
        JsonNode truth = Reader.BOOLEAN.read(value, MissingNode.getInstance());
        return truth.isMissingNode() ? notRead(name, value, "`true` or `false`") : truth.asText();
    }

    /** {@code true} or {@code false}, where all but true is false; null if it is absent or null. */
    public @Nullable String isTrue(String name) {
        JsonNode value = value(name);
        if (value.isMissingNode()) {
            return null;
        }
        if (bool(name) == null) {
            String read = "expected `true` or `false`; taken for `false`";
            warnings.set(warnings.size() - 1, new Warning(pointer + "/" + name, "unreadable-value", read));
        }
        return String.valueOf(Members.isTrue(value));
    }

    private JsonNode value(String name) {
        JsonNode value = object.path(name);
        return value.isNull() ? MissingNode.getInstance() : value;
    }

    private @Nullable String notRead(String name, JsonNode value, String expected) {
        if (!value.isMissingNode()) {
            String detail = "expected %s; taken for not given".formatted(expected);
            warnings.add(new Warning(pointer + "/" + name, "unreadable-value", detail));
        }
        return null;
    }
}
