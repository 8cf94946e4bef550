package io.bridgewarden.decisions.balance;

import com.fasterxml.jackson.databind.JsonNode;
import io.bridgewarden.decisions.Checked;
import io.bridgewarden.decisions.Question;
import io.bridgewarden.documents.Problem;
import io.bridgewarden.facts.AccountCredit;
import io.bridgewarden.facts.AnsweredBalance;
import io.bridgewarden.facts.BalanceSettings;
import io.bridgewarden.facts.BilledChannel;
import io.bridgewarden.facts.Crawler;
import io.bridgewarden.facts.DecidedAt;
import io.bridgewarden.facts.Inquiry;
import io.bridgewarden.store.EffectiveConfig;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A request about balances, and the configuration that bears on it, read. Everything stands in the order it was given in. */
record BalanceRequest(
        Instant now,
        BalanceSettings settings,
        Crawler crawler,
        List<BilledChannel> channels,
        Inquiry inquiry,
        List<AnsweredBalance> answered,
        List<AccountCredit> credits) {

    /** @throws io.bridgewarden.documents.ProblemException {@code invalid-request} (422) if an account has two credits */
    static BalanceRequest read(Question question) {
        JsonNode json = question.request();
        EffectiveConfig config = question.config();
        JsonNode crawler = json.path("crawler");
        return new BalanceRequest(
                question.now(),
                new BalanceSettings(
                        config.bool("balance_crawler_enabled"),
                        config.integer("balance_crawler_cycle_ms"),
                        config.integer("balance_crawler_fetch_timeout_ms"),
                        config.integer("balance_crawler_interaccount_delay_ms")),
                new Crawler(
                        Checked.instant(crawler, "started_at"),
                        Checked.instant(crawler, "last_round_at"),
                        Checked.isTrue(crawler, "round_running")),
                Checked.items(
                        json.path("channels"),
                        (position, it) -> new BilledChannel(
                                position,
                                it.path("id").asText(),
                                Checked.text(it, "account"),
                                Checked.text(it, "account_billing"),
                                Checked.text(it, "reseller"),
                                Checked.text(it, "reseller_billing"))),
                inquiry(json, question.now()),
                answered(json.path("answer").path("Balances")),
                credits(json.path("credits")));
    }

    List<Object> facts() {
        List<Object> facts = new ArrayList<>();
        facts.add(new DecidedAt(now));
        facts.add(settings);
        facts.add(crawler);
        facts.add(inquiry);
        facts.addAll(channels);
        facts.addAll(answered);
        facts.addAll(credits);
        return facts;
    }

    private static Inquiry inquiry(JsonNode json, Instant now) {
        Instant asked = Checked.instant(json, "asked_at");
        if (!json.path("answer").isObject()) {
            return new Inquiry(asked, null);
        }
        Instant answered = Checked.instant(json, "answered_at");
        Instant at = answered == null ? now : answered;
        return new Inquiry(asked == null ? at : asked, at);
    }

    // Whatever is neither true nor false says nothing.
    private static List<AnsweredBalance> answered(JsonNode balances) {
        List<AnsweredBalance> answered = new ArrayList<>();
        balances.properties().forEach(it -> {
            String affords =
                    it.getValue().isContainerNode() ? "" : it.getValue().asText();
            if (affords.equals("true") || affords.equals("false")) {
                answered.add(new AnsweredBalance(it.getKey(), affords.equals("true")));
            }
        });
        return answered;
    }

    private static List<AccountCredit> credits(JsonNode list) {
        Set<String> accounts = new HashSet<>();
        return Checked.items(list, (position, it) -> {
            String account = it.path("account").asText();
            if (!accounts.add(account)) {
                throw Problem.invalid(
                                "#/credits/%d/account".formatted(position),
                                "duplicate",
                                "`%s` is given twice".formatted(account))
                        .asException();
            }
            return new AccountCredit(
                    account,
                    it.path("available").asLong(),
                    it.path("running_cost").asLong(),
                    it.path("allow_prepay").asBoolean(true),
                    it.path("allow_postpay").asBoolean(),
                    it.path("max_postpay").asLong());
        });
    }
}
