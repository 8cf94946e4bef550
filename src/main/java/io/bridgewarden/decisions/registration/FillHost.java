package io.bridgewarden.decisions.registration;

import io.bridgewarden.decisions.Part;
import java.util.Locale;

/** The host of a header, {@code To} or {@code From}, is {@code host}, for {@code reason}. */
public record FillHost(String header, String host, String reason) implements Part {
    @Override
    public String part() {
        return header.toLowerCase(Locale.ROOT) + "-host";
    }
}
