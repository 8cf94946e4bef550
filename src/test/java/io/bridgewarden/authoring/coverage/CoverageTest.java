package io.bridgewarden.authoring.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.bridgewarden.authoring.CaseReport;
import io.bridgewarden.authoring.Mismatch;
import io.bridgewarden.authoring.RuleCase;
import io.bridgewarden.authoring.SuiteReport;
import io.bridgewarden.authoring.coverage.Coverage.OfRule;
import io.bridgewarden.documents.Json;
import io.bridgewarden.rules.RuleInfo;
import io.bridgewarden.rules.RuleInfo.Condition;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class CoverageTest {
    private static final String OWN = "demo: the rule";
    private static final String TEXT = """
            rule "demo: the rule"
            when
                Caller( age < 7,  // young & small
                        $name : name )
                Clock( $now : now )
                Callee( name != $name )
                Clock( owner == $name )
            then
            end""";
    private static final RuleInfo RULE = new RuleInfo(
            "demo",
            OWN,
            "",
            "",
            "",
            "demo/a.drl",
            10,
            List.of(
                    new Condition("young & small", "Caller( age < 7 )", 12, 12, true),
                    new Condition("Clock( $now : now )", "Clock( $now : now )", 14, 14, false),
                    new Condition("Callee( name != $name )", "Callee( name != $name )", 15, 15, true),
                    new Condition("Clock( owner == $name )", "Clock( owner == $name )", 16, 16, true)),
            List.of(),
            List.of(),
            TEXT);

    private static final Map<String, Integer> NONE_FAILS = Map.of();

    /** A case of a rule, on the line of its number, with the rule's first condition that failed. */
    private static CaseReport ran(int number, String rule, Map<String, Integer> failedIn, Mismatch... mismatches) {
        RuleCase ruleCase = new RuleCase(
                "demo",
                "demo/cases/a.json",
                number,
                number,
                Json.mapper().createObjectNode().put("rule", rule));
        Set<String> fired = failedIn.isEmpty() ? Set.of(OWN) : Set.of();
        return new CaseReport(ruleCase, RULE, List.of(mismatches), fired, failedIn, null, Duration.ZERO);
    }

    private static Map<String, Integer> failsIn(int condition) {
        return Map.of(OWN, condition);
    }

    private static Coverage of(CaseReport... reports) {
        return Coverage.of(List.of(RULE), new SuiteReport("sha256:0", Arrays.asList(reports), Duration.ZERO));
    }

    private static OfRule rule(CaseReport... reports) {
        return of(reports).rules().get(0);
    }

    @Test
    void aRuleIsCoveredByACaseInWhichItFiresAndOneInWhichItDoesNot() {
        assertThat(rule(ran(1, OWN, NONE_FAILS)).covered()).isFalse();
        assertThat(rule(ran(1, OWN, failsIn(0))).covered()).isFalse();
        assertThat(rule(ran(1, OWN, NONE_FAILS), ran(2, OWN, failsIn(0))).covered())
                .isTrue();
    }

    @Test
    void aConditionIsMetWhereItHoldsAndMissedOnlyWhereItIsTheFirstToFail() {
        OfRule rule = rule(ran(1, OWN, failsIn(0)), ran(2, OWN, failsIn(2)));

        assertThat(rule.conditions().get(0).missed()).extracting(RuleCase::line).isEqualTo(1);
        assertThat(rule.conditions().get(0).met()).extracting(RuleCase::line).isEqualTo(2);
        assertThat(rule.conditions().get(1).missed()).extracting(RuleCase::line).isEqualTo(2);
        assertThat(rule.conditions().get(1).met()).isNull();
    }

    @Test
    void aConditionThatOnlyBindsIsNotCounted() {
        assertThat(rule(ran(1, OWN, NONE_FAILS)).conditions())
                .extracting(it -> it.condition().line())
                .containsExactly(12, 15, 16);
    }

    @Test
    void aTieWithoutWordsIsCoveredWhereItHoldsAndNeverFails() {
        assertThat(rule(ran(1, OWN, NONE_FAILS)).conditions().get(2).covered()).isTrue();
        assertThat(rule(ran(1, OWN, NONE_FAILS), ran(2, OWN, failsIn(3)))
                        .conditions()
                        .get(2)
                        .covered())
                .isFalse();
        assertThat(rule(ran(1, OWN, failsIn(0))).conditions().get(2).covered()).isFalse();
    }

    @Test
    void aCaseThatFailedShowsNothing() {
        Mismatch wrong = new Mismatch("/result", MissingNode.getInstance(), MissingNode.getInstance(), "wrong");

        OfRule rule = rule(ran(1, OWN, NONE_FAILS, wrong), ran(2, OWN, failsIn(0)));

        assertThat(rule.fired()).isNull();
        assertThat(rule.conditions().get(0).met()).isNull();
    }

    @Test
    void aCaseAboutTheRuleShowsItRatherThanOthers() {
        OfRule rule = rule(ran(1, "demo: another", NONE_FAILS), ran(2, OWN, NONE_FAILS));

        assertThat(rule.fired()).extracting(RuleCase::line).isEqualTo(2);
    }

    @Test
    void whatIsNotWholeIsNeverHundredPercent() {
        assertThat(new Share(1999, 2000)).hasToString("1999/2000 99.9 %");
        assertThat(new Share(2000, 2000)).hasToString("2000/2000 100 %");
        assertThat(new Share(0, 0)).hasToString("0/0 100 %");
    }

    @Test
    void jsonNamesTheCasesAndNullWhereThereIsNone() {
        JsonNode json = CoverageJson.of(of(ran(1, OWN, NONE_FAILS), ran(2, OWN, failsIn(2))));

        assertThat(json.at("/rules").toString()).isEqualTo("{\"covered\":1,\"total\":1,\"percent\":100.0}");
        assertThat(json.at("/decisions/0/conditions/percent").decimalValue()).isEqualByComparingTo("66.6");
        assertThat(json.at("/decisions/0/rule_details/0/fired").asText()).isEqualTo("demo/cases/a.json:1");
        assertThat(json.at("/decisions/0/rule_details/0/conditions/0/missed").isNull())
                .isTrue();
    }

    @Test
    void thePageShowsTheTextOfTheRuleMarkedAndEscaped() throws Exception {
        String html = CoverageHtml.of(of(ran(1, OWN, NONE_FAILS), ran(2, OWN, failsIn(2))));

        Document page = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8)));
        assertThat(page.getElementsByTagName("pre").item(0).getTextContent())
                .contains("    Caller( age < 7,  // young & small")
                .containsPattern("◐ +12 ")
                .containsPattern("✓ +15 ")
                .containsPattern(" +14 +Clock")
                .containsPattern("= +16 +Clock");
        assertThat(page.getElementsByTagName("table").item(1).getTextContent())
                .contains("◐ never failed12young & small")
                .contains("✓ held and failed15");
        assertThat(html).doesNotContain("<script");
    }
}
