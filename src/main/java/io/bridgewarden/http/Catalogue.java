package io.bridgewarden.http;

import io.bridgewarden.rules.RuleInfo;
import java.util.List;

/** The rules in force, for reading. */
public interface Catalogue {
    /** Digest of the rules: {@code sha256:} and hexadecimal digits. */
    String revision();

    /** Every rule, by decision. */
    List<RuleInfo> rules();
}
