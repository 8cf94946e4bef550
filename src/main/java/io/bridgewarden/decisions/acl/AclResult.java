package io.bridgewarden.decisions.acl;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.bridgewarden.facts.CoveringEntry;
import io.bridgewarden.facts.Origin;
import io.bridgewarden.store.acl.Notice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The ACL decision as it is answered.
 *
 * @param allow whether the address may come in without a challenge
 * @param list the list that decided; of several the one that let it in, else the first asked
 * @param ip the address asked about, in normal form
 * @param entry the entry that decided, if one did
 * @param outcome what becomes of the SIP request, where one was asked about
 * @param token under which name the source is let in, if any
 * @param covering every entry that covers the address, in order of precedence; only where explanation is asked for
 * @param complete whether the lists asked lacked nothing that their documents have
 * @param notices what is to be known about them
 */
record AclResult(
        @JsonProperty("allow") boolean allow,
        @JsonProperty("list") String list,
        @JsonProperty("ip") String ip,
        @JsonProperty("entry") @Nullable Entry entry,
        @JsonProperty("reason") String reason,
        @JsonProperty("rule") String rule,

        @JsonProperty("outcome") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
        String outcome,

        @JsonProperty("token") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
        String token,

        @JsonProperty("covering") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
        List<Entry> covering,

        @JsonProperty("complete") boolean complete,
        @JsonProperty("notices") List<Notice> notices) {

    /**
     * An entry of a list.
     *
     * @param ports source ports it is limited to, {@code 5060,5070-5080}; null where it is not
     * @param origin the document it comes from
     * @param host the host name that stood for its address
     * @param stale whether that name could not be looked up again
     * @param tied how many other entries as long have a say and go after it
     * @param tieBrokenBy why they do: {@code configured-first} or {@code listed-first}
     */
    record Entry(
            @JsonProperty("list") String list,

            @JsonProperty("name") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String name,

            @JsonProperty("type") String type,
            @JsonProperty("cidr") String cidr,
            @JsonProperty("length") int length,

            @JsonProperty("ports") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String ports,

            @JsonProperty("origin") From origin,

            @JsonProperty("host") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String host,

            @JsonProperty("stale") @JsonInclude(JsonInclude.Include.NON_DEFAULT)
            boolean stale,

            @JsonProperty("tied") int tied,

            @JsonProperty("tie_broken_by") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String tieBrokenBy,

            @JsonProperty("takes_part") boolean takesPart) {

        static Entry of(CoveringEntry entry, int tied, @Nullable String tieBrokenBy, boolean takesPart) {
            return new Entry(
                    entry.list(),
                    entry.name(),
                    entry.allows() ? "allow" : "deny",
                    entry.block(),
                    entry.length(),
                    entry.limited() ? entry.ports().toString() : null,
                    From.of(entry.origin()),
                    entry.host(),
                    entry.stale(),
                    tied,
                    tieBrokenBy,
                    takesPart);
        }
    }

    /** The document an entry comes from. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record From(
            @JsonProperty("source") String source,
            @JsonProperty("id") @Nullable String id,
            @JsonProperty("account_id") @Nullable String account) {
        static From of(Origin origin) {
            return new From(origin.source(), origin.id(), origin.account());
        }
    }
}
