package io.bridgewarden.decisions.redirect;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.bridgewarden.decisions.Because;
import io.bridgewarden.decisions.Warning;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The redirect decision as it is answered.
 *
 * @param method application that moves the call
 * @param contact SIP URI that it is given
 * @param redirectServer value of the header {@code X-Redirect-Server}; null for none
 * @param because why each part is as it is
 * @param warnings what in the request was not read as it is written
 */
record RedirectResult(
        @JsonProperty("method") String method,
        @JsonProperty("contact") String contact,
        @JsonProperty("redirect_server") @Nullable String redirectServer,
        @JsonProperty("because") List<Because> because,
        @JsonProperty("warnings") List<Warning> warnings) {}
