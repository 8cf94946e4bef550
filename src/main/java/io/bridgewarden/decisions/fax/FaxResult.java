package io.bridgewarden.decisions.fax;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.bridgewarden.decisions.Because;
import io.bridgewarden.decisions.Warning;
import java.util.List;

/**
 * The fax decision as it is answered.
 *
 * @param filename the file on the switch
 * @param because why each part is as it is
 * @param warnings what in the request was not read as it is written
 */
record FaxResult(
        @JsonProperty("filename") String filename,
        @JsonProperty("because") List<Because> because,
        @JsonProperty("warnings") List<Warning> warnings) {}
