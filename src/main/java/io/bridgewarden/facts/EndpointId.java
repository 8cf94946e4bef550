package io.bridgewarden.facts;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Names an endpoint of a request: a member of its list, or a Failover nested in one.
 *
 * @param index position of the list's member in the request, from 0
 * @param depth 0 for the member itself, 1 for its Failover, 2 for that one's Failover, ...
 */
public record EndpointId(int index, int depth) implements Comparable<EndpointId> {
    @Override
    public int compareTo(EndpointId other) {
        return index != other.index ? Integer.compare(index, other.index) : Integer.compare(depth, other.depth);
    }

    /** The member of the request's list that this is, or is nested in. */
    public EndpointId root() {
        return depth == 0 ? this : new EndpointId(index, 0);
    }

    /** The Failover nested in this one, whether or not there is one. */
    public EndpointId failover() {
        return new EndpointId(index, depth + 1);
    }

    /** As a JSON pointer from the list of endpoints: {@code /2/Failover}. */
    @JsonValue
    public String pointer() {
        return "/" + index + "/Failover".repeat(depth);
    }
}
