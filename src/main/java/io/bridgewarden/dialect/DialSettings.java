package io.bridgewarden.dialect;

import java.util.Map;

/**
 * What the configuration says about dial strings.
 *
 * @param freeswitchContext dialplan context of loopback legs; {@code context_2} by default
 * @param networkMap profile by address of the edge proxy; empty by default
 * @param names what is cut from caller and callee names
 * @param expandableMacros SIP header values that stand for an expression of the switch, such as {@code {account_id}}
 * @param numbers spelling of dialled numbers
 * @param useSipPrivacyHeader whether a hidden identity is asked for with a Privacy header; true by default
 * @param media how media is played
 * @param multivarSeparator one character between variables set at once on the caller's channel; {@code ~} by default
 * @param defaultRingback what the caller hears unless the request names something
 */
public record DialSettings(
        String freeswitchContext,
        NetworkMap networkMap,
        NameCleaner names,
        Map<String, String> expandableMacros,
        NumberRules numbers,
        boolean useSipPrivacyHeader,
        MediaPaths media,
        String multivarSeparator,
        String defaultRingback) {
    /** The macros there are unless configured otherwise. */
    public static final Map<String, String> DEFAULT_MACROS = Map.of(
            "{caller_id_name}", "${caller_id_name}",
            "{caller_id_number}", "${caller_id_number}",
            "{account_id}", "${ecallmgr_Account-ID}",
            "{reseller_id}", "${ecallmgr_Reseller-ID}",
            "{billing_id}", "${ecallmgr_Billing-ID}");

    /** Every setting at its default. */
    public static final DialSettings DEFAULT = builder().build();

    public DialSettings {
        expandableMacros = Map.copyOf(expandableMacros);
    }

    /** A builder that starts from the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    /** Sets what differs from the defaults. Not safe to share between threads. */
    public static final class Builder {
        private String freeswitchContext = "context_2";
        private NetworkMap networkMap = NetworkMap.EMPTY;
        private NameCleaner names = NameCleaner.of(null);
        private Map<String, String> expandableMacros = DEFAULT_MACROS;
        private NumberRules numbers = NumberRules.DEFAULT;
        private boolean useSipPrivacyHeader = true;
        private MediaPaths media = MediaPaths.DEFAULT;
        private String multivarSeparator = "~";
        private String defaultRingback = "%(2000,4000,440,480)";

        private Builder() {}

        public Builder freeswitchContext(String context) {
            this.freeswitchContext = context;
            return this;
        }

        public Builder networkMap(NetworkMap map) {
            this.networkMap = map;
            return this;
        }

        public Builder names(NameCleaner cleaner) {
            this.names = cleaner;
            return this;
        }

        public Builder expandableMacros(Map<String, String> macros) {
            this.expandableMacros = macros;
            return this;
        }

        public Builder numbers(NumberRules rules) {
            this.numbers = rules;
            return this;
        }

        public Builder useSipPrivacyHeader(boolean use) {
            this.useSipPrivacyHeader = use;
            return this;
        }

        public Builder media(MediaPaths paths) {
            this.media = paths;
            return this;
        }

        public Builder multivarSeparator(String separator) {
            this.multivarSeparator = separator;
            return this;
        }

        public Builder defaultRingback(String ringback) {
            this.defaultRingback = ringback;
            return this;
        }

        public DialSettings build() {
            return new DialSettings(
                    freeswitchContext,
                    networkMap,
                    names,
                    expandableMacros,
                    numbers,
                    useSipPrivacyHeader,
                    media,
                    multivarSeparator,
                    defaultRingback);
        }
    }
}
