package io.bridgewarden.numbers;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import com.google.i18n.phonenumbers.ShortNumberInfo;
import io.bridgewarden.dialect.NumberRules;
import io.bridgewarden.facts.NumberClass;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells what kind of number is called. The class is that of the configured classifiers; whether a number calls for help,
 * is toll-free or costs extra is also known of other countries, by the region of the caller's account. Safe to share
 * between threads.
 */
final class NumberClassifier {
    static final NumberClassifier SHIPPED = new NumberClassifier(NumberRules.DEFAULT, Classifiers.SHIPPED);

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    private static final ShortNumberInfo SHORT_NUMBERS = ShortNumberInfo.getInstance();
    // North American classes say all there is to say, so that most calls need no look into the numbering plans.
    private static final Set<String> NORTH_AMERICAN =
            Set.of(Classifiers.TOLL_FREE, Classifiers.PREMIUM, "caribbean", "did_us");

    private final NumberRules rules;
    private final Classifiers classifiers;

    NumberClassifier(NumberRules rules, Classifiers classifiers) {
        this.rules = rules;
        this.classifiers = classifiers;
    }

    /**
     * Classifies a number.
     *
     * @param dialled as dialled
     * @param region ISO 3166 code of the country the account is in, {@code GB}; null where it is not known
     */
    NumberClass classify(String dialled, @Nullable String region) {
        String number = rules.e164(dialled);
        String name = classifiers.classOf(number);
        PhoneNumber plan = name != null && NORTH_AMERICAN.contains(name) ? null : parse(number, region);
        PhoneNumberType type = plan == null ? PhoneNumberType.UNKNOWN : NUMBERS.getNumberType(plan);
        boolean own =
                plan != null && region != null && plan.getCountryCode() == NUMBERS.getCountryCodeForRegion(region);
        return new NumberClass(
                number,
                name,
                isEmergency(dialled, number, name, region),
                Classifiers.TOLL_FREE.equals(name) || own && type == PhoneNumberType.TOLL_FREE,
                Classifiers.PREMIUM.equals(name) || type == PhoneNumberType.PREMIUM_RATE);
    }

    // Whatever is configured adds to what calls for help, and takes nothing from it: neither a classifier left out nor
    // a
    // converter that rewrites short numbers may cost a caller the call.
    private static boolean isEmergency(String dialled, String number, @Nullable String name, @Nullable String region) {
        return Classifiers.EMERGENCY.equals(name)
                || Classifiers.EMERGENCY.equals(Classifiers.SHIPPED.classOf(dialled))
                || Classifiers.EMERGENCY.equals(Classifiers.SHIPPED.classOf(number))
                || region != null && SHORT_NUMBERS.isEmergencyNumber(dialled, region);
    }

    private static @Nullable PhoneNumber parse(String number, @Nullable String region) {
        if (region == null && !number.startsWith("+")) {
            return null;
        }
        try {
            return NUMBERS.parse(number, region);
        } catch (NumberParseException e) {
            return null;
        }
    }
}
