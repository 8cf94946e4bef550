package io.bridgewarden.store.acl;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * Something to know about a list that is not as its document has it.
 *
 * @param list the list, where it has a name
 * @param pointer JSON pointer as a URI fragment
 * @param code kebab-case, for programs
 * @param detail for people
 * @param leftOut whether the list lacks something for it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Notice(
        @JsonProperty("list") @Nullable String list,
        @JsonProperty("pointer") String pointer,
        @JsonProperty("code") String code,
        @JsonProperty("detail") String detail,
        @JsonProperty("left_out") boolean leftOut) {}
