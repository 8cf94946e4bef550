package io.bridgewarden.decisions.node;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.bridgewarden.facts.Conclusion;
import java.util.Map;

/** A switch gets SIP profiles: these over the built-in one. */
public record SipProfiles(String switchName, @JsonIgnore Map<String, Object> profiles, String reason)
        implements Conclusion {}
