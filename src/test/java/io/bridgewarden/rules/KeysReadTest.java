package io.bridgewarden.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeysReadTest {
    private static List<String> keys(String when, String then) {
        String text = """
                package bridge;

                import io.bridgewarden.facts.AuthzSettings;
                import io.bridgewarden.facts.ConfiguredGateway;
                import io.bridgewarden.facts.DecidedAt;
                import io.bridgewarden.facts.NodeSettings;
                import io.bridgewarden.decisions.bridge.Dial;
                import io.bridgewarden.decisions.bridge.JoinWith;

                rule "bridge: read"
                when
                    %s
                then
                    %s
                end
                """.formatted(when, then);
        return RuleReader.read(new RuleFile("bridge", "bridge/read.drl", text))
                .rules()
                .get(0)
                .info()
                .keys();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            AuthzSettings( enabled == false )                               | authz_enabled
            AuthzSettings( $action : defaultAction )                        | authz_default_action
            AuthzSettings( this.dryRun )                                    | authz_dry_run
            not AuthzSettings( dryRun == true )                             | authz_dry_run
            exists ( DecidedAt() and AuthzSettings( dryRun == true ) )      | authz_dry_run
            forall ( DecidedAt() AuthzSettings( dryRun == true ) )          | authz_dry_run
            Number() from accumulate( AuthzSettings( dryRun ), count(1) )   | authz_dry_run
            NodeSettings( gracePeriod < restartTimeout )                    | max_timeout_for_node_restart, node_down_grace_period
            List() from collect( AuthzSettings( dryRun == true ) )          | authz_dry_run
            ConfiguredGateway( name == "a" )                                | gateways
            """)
    void aRuleReadsTheKeysOfTheComponentsItNames(String when, String keys) {
        assertThat(String.join(", ", keys(when, ""))).isEqualTo(keys);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            AuthzSettings()                                | ~~
            AuthzSettings( ) // enabled                    | ~~
            DecidedAt( instant != null )                   | ~~
            Unknown( enabled == true )                     | ~~
            AuthzSettings( defaultAction == "dryRun" )     | authz_default_action
            AuthzSettings( dryRun == false ) // enabled    | authz_dry_run
            """)
    void whatItOnlySpeaksOfItDoesNotRead(String when, String keys) {
        assertThat(String.join(", ", keys(when, ""))).isEqualTo(keys);
    }

    @Test
    void aRemarkBesideAConditionReadsNothing() {
        assertThat(keys(
                        "AuthzSettings( dryRun == false, // whether it is enabled or not\n defaultAction != null )",
                        ""))
                .containsExactly("authz_default_action", "authz_dry_run");
        assertThat(keys("AuthzSettings( /* enabled */ dryRun == false )", "")).containsExactly("authz_dry_run");
    }

    @Test
    void aFactThatIsBoundIsReadWhereItIsUsed() {
        String bound = "$settings : AuthzSettings()";

        assertThat(keys(bound, "")).isEmpty();
        assertThat(keys(bound, "log($settings.dryRun());")).containsExactly("authz_dry_run");
        assertThat(keys(bound + "\nDecidedAt( $settings.enabled )", "")).containsExactly("authz_enabled");
        assertThat(keys(bound, "log($settingsOfOthers.dryRun());")).isEmpty();
    }

    @Test
    void aFactThatIsHandedOnIsReadWhole() {
        assertThat(keys("$settings : AuthzSettings()", "log($settings);"))
                .containsExactly(
                        "authz_default_action",
                        "authz_dry_run",
                        "authz_enabled",
                        "authz_local_resources",
                        "inbound_rate_required",
                        "outbound_rate_required");
    }

    @Test
    void aConclusionHasTheKeysReadThatItIsWordedWith() {
        assertThat(keys("DecidedAt()", "insertLogical( new Dial($id, REASON) );"))
                .contains("network_map", "expandable_macros");
        assertThat(keys("DecidedAt()", "insertLogical( new JoinWith(\"|\") );")).isEmpty();
    }
}
