package io.bridgewarden.decisions.bridge;

import io.bridgewarden.facts.Conclusion;
import io.bridgewarden.facts.EndpointId;
import io.bridgewarden.facts.WordedWith;

/** An endpoint is dialled, for {@code reason}. */
@WordedWith({
    "freeswitch_context",
    "sanitize_fs_value_regex",
    "multivar_separator",
    "default_ringback",
    "use_vlc",
    "use_shout",
    "use_http_cache",
    "hold_media_preserve_position",
    "network_map",
    "expandable_macros"
})
public record Dial(EndpointId endpoint, String reason) implements Conclusion {}
