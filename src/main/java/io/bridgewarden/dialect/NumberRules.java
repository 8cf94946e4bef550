package io.bridgewarden.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * How a dialled number is spelled: E.164 by the {@code e164_converters} of the {@code number_manager} document or, by
 * default, the North American table; {@code npan} and {@code 1npan} always by the latter. Safe to share between threads.
 */
public final class NumberRules {
    /** The built-in table. */
    public static final NumberRules DEFAULT = new NumberRules(null);

    private final @Nullable List<Converter> converters;

    private NumberRules(@Nullable List<Converter> converters) {
        this.converters = converters;
    }

    private record Converter(Pattern pattern, String prefix, String suffix) {}

    /**
     * Rules of an {@code e164_converters} object: regular expressions, tried in member order, each with optional
     * {@code prefix} and {@code suffix} for the last group that took part.
     *
     * @throws IllegalArgumentException if a member's name is not a regular expression or its value not an object
     */
    public static NumberRules of(ObjectNode e164Converters) {
        List<Converter> converters = new ArrayList<>();
        for (Map.Entry<String, JsonNode> member : e164Converters.properties()) {
            if (!(member.getValue() instanceof ObjectNode affixes)) {
                throw new IllegalArgumentException(
                        "e164_converters: `%s` has no prefix and suffix".formatted(member.getKey()));
            }
            converters.add(new Converter(pattern(member.getKey()), affix(affixes, "prefix"), affix(affixes, "suffix")));
        }
        return new NumberRules(List.copyOf(converters));
    }

    private static String affix(ObjectNode affixes, String name) {
        String text = Members.text(affixes, name);
        return text == null ? "" : text;
    }

    private static Pattern pattern(String expression) {
        try {
            return Pattern.compile(expression);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(
                    "e164_converters: `%s` is not a regular expression: %s"
                            .formatted(expression, e.getDescription().toLowerCase(Locale.ROOT)),
                    e);
        }
    }

    /** The number in the spelling an invite format asks for; unchanged for formats that are not about numbers. */
    String format(String inviteFormat, String number) {
        return switch (inviteFormat) {
            case "e164" -> e164(number);
            case "npan" -> isNorthAmerican(number) ? lastTen(number) : number;
            case "1npan" -> isNorthAmerican(number) ? "1" + lastTen(number) : number;
            default -> number;
        };
    }

    /** The number as E.164, {@code +} and digits; unchanged where no rule says how. */
    public String e164(String number) {
        if (number.startsWith("+")) {
            return number;
        }
        if (converters == null) {
            return byDefault(number);
        }
        for (Converter converter : converters) {
            Matcher matcher = converter.pattern.matcher(number);
            if (matcher.find()) {
                int group = matcher.groupCount();
                while (group > 0 && matcher.group(group) == null) {
                    group--;
                }
                return converter.prefix + matcher.group(group) + converter.suffix;
            }
        }
        return number;
    }

    private static String byDefault(String number) {
        if (isNorthAmerican(number)) {
            return "+1" + lastTen(number);
        }
        if (number.startsWith("011") && number.length() >= 8 && areDigits(number, 3)) {
            return "+" + number.substring(3);
        }
        if (number.startsWith("00") && number.length() >= 7 && areDigits(number, 2)) {
            return "+" + number.substring(2);
        }
        if (number.length() >= 8 && number.charAt(0) >= '2' && areDigits(number, 0)) {
            return "+" + number;
        }
        return number;
    }

    /** {@code NXXNXXXXXX}, each N from 2 to 9, with or without {@code +1} or {@code 1} in front. */
    private static boolean isNorthAmerican(String number) {
        int start = number.startsWith("+1") ? 2 : number.startsWith("1") ? 1 : 0;
        return number.length() - start == 10
                && areDigits(number, start)
                && number.charAt(start) >= '2'
                && number.charAt(start + 3) >= '2';
    }

    private static String lastTen(String number) {
        return number.substring(number.length() - 10);
    }

    private static boolean areDigits(String number, int from) {
        for (int i = from; i < number.length(); i++) {
            if (number.charAt(i) < '0' || number.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }
}
