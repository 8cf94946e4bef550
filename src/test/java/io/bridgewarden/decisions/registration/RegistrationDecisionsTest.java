package io.bridgewarden.decisions.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bridgewarden.decisions.Decisions;
import io.bridgewarden.decisions.DecisionsFixture;
import io.bridgewarden.decisions.Options;
import io.bridgewarden.documents.Json;
import io.bridgewarden.documents.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The examples of the reference (registration 11), and what a successor does better (registration 12). */
class RegistrationDecisionsTest {
    private static final Decisions DECISIONS = DecisionsFixture.shipped();
    private static final String ALICE =
            "'Username':'alice','Realm':'pbx.example.com','Event-Timestamp':63936000000,'Expires':300";
    private static final String CONTACT = ",'Contact':'<sip:alice@198.51.100.7:5062>'";

    private static JsonNode result(String json) {
        return DecisionsFixture.result(DECISIONS, "registration", request(json), Options.PLAIN);
    }

    private static ObjectNode request(String json) {
        return Json.readObject(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aReportIsStoredWithItsAllowance() {
        JsonNode result = result("{'report':{" + ALICE + CONTACT + "}}");

        assertThat(result.path("action").asText()).isEqualTo("store");
        assertThat(result.path("expires").asLong()).isEqualTo(480);
        assertThat(result.at("/record/Expires").asLong()).isEqualTo(480);
        assertThat(result.at("/record/Contact").asText()).isEqualTo("sip:alice@198.51.100.7:5062");
        assertThat(result.at("/record/Original-Contact").asText()).isEqualTo("<sip:alice@198.51.100.7:5062>");
        assertThat(result.path("record").has("Bridge-RURI")).isFalse();
    }

    @Test
    void theOriginalContactGoesBeforeTheContact() {
        JsonNode result = result(
                "{'report':{" + ALICE + ",'Contact':'sip:x@192.0.2.1','Original-Contact':'<sip:alice@192.0.2.9>'}}");

        assertThat(result.at("/record/Contact").asText()).isEqualTo("sip:alice@192.0.2.9");
    }

    @Test
    void aPhoneBehindAProxyIsReachedOverIt() {
        JsonNode result = result("{'report':{" + ALICE + CONTACT + ",'Proxy-Path':'sip:192.0.2.1'}}");

        assertThat(result.at("/record/Bridge-RURI").asText())
                .isEqualTo("sip:alice@pbx.example.com;fs_path=sip:192.0.2.1");
    }

    @Test
    void theCaseOfUserAndRealmStays() {
        JsonNode result = result("{'report':{'Username':'Alice','Realm':'PBX.Example.com','Event-Timestamp':1,"
                + "'Expires':300,'Contact':'sip:a@192.0.2.1'}}");

        assertThat(result.at("/record/Username").asText()).isEqualTo("Alice");
        assertThat(result.at("/record/Realm").asText()).isEqualTo("PBX.Example.com");
    }

    @Test
    void whatAReportLacksIsTakenFromTheStoredOneSaveWhereItCameFrom() {
        JsonNode record = result(
                        "{'report':{" + ALICE + CONTACT + "},'stored':{'Contact':'sip:old@192.0.2.1',"
                                + "'User-Agent':'Phone 1','Source-IP':'192.0.2.1','Account-ID':'acme','Initial-Registration':7}}")
                .path("record");

        assertThat(record.path("User-Agent").asText()).isEqualTo("Phone 1");
        assertThat(record.path("Account-ID").asText()).isEqualTo("acme");
        assertThat(record.path("Initial-Registration").asLong()).isEqualTo(7);
        assertThat(record.path("Previous-Contact").asText()).isEqualTo("sip:old@192.0.2.1");
        assertThat(record.has("Source-IP")).isFalse();
    }

    @Test
    void withoutATimeTheDecisionInstantIsWhenItRegistered() {
        JsonNode record = result("{'now':'2026-01-15T10:00:00Z','report':{" + ALICE + CONTACT + "}}")
                .path("record");

        assertThat(record.path("Last-Registration").asLong()).isEqualTo(1_768_471_200L + 62_167_219_200L);
        assertThat(record.path("Initial-Registration")).isEqualTo(record.path("Last-Registration"));
    }

    @Test
    void theOlderNameOfAMemberGoesBeforeTheNewer() {
        JsonNode result = result("{'report':{'Username':'alice','Realm':'a.example','Event-Timestamp':1,'Expires':0"
                + CONTACT + ",'Suppress-Unregister-Notifications':false,'Suppress-Unregister-Notify':true},"
                + "'stored':{'Contact':'sip:alice@198.51.100.7:5062'}}");

        assertThat(result.path("notices").toString()).isEqualTo("[\"deregistered\"]");
    }

    @Test
    void everyContactIsMeantByAStar() {
        JsonNode result = result("{'report':{'Username':'alice','Realm':'a.example','Event-Timestamp':1,'Expires':0,"
                + "'Contact':'*'},'stored':{'Contact':'sip:alice@198.51.100.7:5062'}}");

        assertThat(result.path("action").asText()).isEqualTo("delete");
    }

    @Test
    void contactsAreComparedAsAddresses() {
        JsonNode result = result("{'report':{'Username':'alice','Realm':'a.example','Event-Timestamp':1,'Expires':0,"
                + "'Contact':'<SIP:alice@Phone.Example>'},'stored':{'Contact':'sip:alice@phone.example'}}");

        assertThat(result.path("action").asText()).isEqualTo("delete");
    }

    @Test
    void whatCameInTimeIsUsedThoughARegistrarIsSilent() {
        JsonNode result = result("{'fetched':{'complete':false,'answers':[{'Event-Timestamp':100,'Expires':480},"
                + "{'Event-Timestamp':'160','Expires':'480'}]}}");

        assertThat(result.path("answer").asInt()).isEqualTo(1);
        assertThat(result.at("/warnings/0/code").asText()).isEqualTo("registrations-incomplete");
    }

    @Test
    void noAnswerIsNoRegistration() {
        JsonNode result = result("{'fetched':{'answers':[]}}");

        assertThat(result.path("answer").isNull()).isTrue();
        assertThat(result.path("copy").asBoolean()).isFalse();
    }

    @Test
    void nothingAskedForIsNothing() {
        JsonNode result = result("{'expires':null}");

        assertThat(result.path("expires").isNull()).isTrue();
        assertThat(result.path("expires_ms").isNull()).isTrue();
    }

    @Test
    void whatIsNoNumberOfSecondsIsRefusedWhereItStands() {
        for (String json : Arrays.asList(
                "{'expires':'soon'}",
                "{'expires':1e300}",
                "{'expires':100000000001}",
                "{'report':{'Username':'a','Realm':'b','Contact':'c','Event-Timestamp':1,'Expires':''}}",
                "{'fetched':{'answers':[{'Event-Timestamp':1,'Expires':'x'}]}}",
                "{'directory':{'expires':'x'}}")) {
            assertThatThrownBy(() -> result(json))
                    .as(json)
                    .rootCause()
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            it -> assertThat(it.problem()
                                            .errors()
                                            .get(0)
                                            .pointer()
                                            .toLowerCase(java.util.Locale.ROOT))
                                    .endsWith("expires"));
        }
    }

    @Test
    void aReportWithoutWhatItNeedsIsRefused() {
        assertThatThrownBy(() -> result("{'report':{'Username':'a','Realm':'b','Contact':'c','Expires':300}}"))
                .rootCause()
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        it -> assertThat(it.problem().errors().get(0).pointer()).startsWith("#/report"));
    }

    @Test
    void oneQuestionIsAskedAtATime() {
        assertThatThrownBy(() -> result("{'expires':1,'directory':{}}"))
                .rootCause()
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void noAllowanceOverflows() {
        JsonNode result = result("{'config':{'expires_deviation_time':999999999999999999},'expires':100000000000}");

        assertThat(result.path("expires").asLong()).isPositive();
        assertThat(result.path("expires_ms").asLong())
                .isEqualTo(result.path("expires").asLong() * 1000);
    }
}
