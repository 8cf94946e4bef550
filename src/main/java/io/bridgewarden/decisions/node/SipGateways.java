package io.bridgewarden.decisions.node;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.bridgewarden.facts.Conclusion;
import java.util.Map;

/** The built-in SIP profile has these gateways. */
public record SipGateways(String switchName, @JsonIgnore Map<String, Object> gateways) implements Conclusion {}
