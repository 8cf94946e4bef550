package io.bridgewarden.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.documents.Json;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestChecksTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "Dial-Endpoint-Method":"random" | Dial-Endpoint-Method | one of simultaneous, single
            "Dial-Endpoint-Method":null     | Dial-Endpoint-Method | one of simultaneous, single
            "Media":"maybe"                 | Media                | one of auto, bypass, process
            "Application-Name":"page"       | Application-Name     | one of bridge
            "SIP-Transport":"sctp"          | SIP-Transport        | one of tcp, tls, udp
            "Insert-At":"soon"              | Insert-At            | one of flush, head, now, tail
            "Custom-Channel-Vars":[]        | Custom-Channel-Vars  | an object
            "Custom-SIP-Headers":"X"        | Custom-SIP-Headers   | an object
            "Secure-RTP":"yes"              | Secure-RTP           | true or false
            "SIP-Invite-Parameters":"a"     | SIP-Invite-Parameters | a list
            "Endpoints":[1]                 | Endpoints            | a list of objects
            "Endpoints":{}                  | Endpoints            | a list of objects
            """)
    void aMemberThatDoesNotPassIsNamed(String member, String name, String expected) {
        ObjectNode request = object("{\"Endpoints\":[{}]}");
        request.setAll(object("{" + member + "}"));

        assertThat(RequestChecks.faults(request)).containsExactly(new RequestChecks.Fault(name, expected));
        assertThat(RequestChecks.refusal(request)).hasValue("bridge failed to execute as JObj did not validate");
    }

    @Test
    void aRequestWithoutAnyEndpointsMemberIsInvalidAndOneWithNoneInItIsEmpty() {
        assertThat(RequestChecks.refusal(object("{}"))).hasValue("bridge failed to execute as JObj did not validate");
        assertThat(RequestChecks.refusal(object("{\"Endpoints\":[]}"))).hasValue("bridge request had no endpoints");
    }

    @Test
    void whatIsAllowedOrAbsentPasses() {
        assertThat(RequestChecks.refusal(object("""
                        {"Endpoints":[{}],"Dial-Endpoint-Method":"single","Media":"auto","Secure-RTP":"false",
                         "Custom-Channel-Vars":{},"SIP-Invite-Parameters":[],"Event-Category":"call"}"""))).isEmpty();
    }

    private static ObjectNode object(String json) {
        return (ObjectNode) Json.read(json.getBytes(StandardCharsets.UTF_8));
    }
}
