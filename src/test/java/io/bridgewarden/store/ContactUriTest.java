package io.bridgewarden.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContactUriTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            <sip:alice@192.0.2.7>                          | sip:alice@192.0.2.7
            "Alice" <sip:alice@192.0.2.7:5060;ob>;q=0.5    | sip:alice@192.0.2.7:5060;ob
            SIP:alice@Phone.Acme.Example;transport=UDP     | sip:alice@phone.acme.example;transport=UDP
            <sip:Alice@PHONE.acme.example?X=Y>             | sip:Alice@phone.acme.example?X=Y
            <sip:192.0.2.7>                                | sip:192.0.2.7
            alice at home                                  | alice at home
            *                                              | *
            <>                                             | ^^
            """)
    void isTheContactsUriInOneSpelling(String contact, String uri) {
        assertThat(ContactUri.of(contact)).isEqualTo(uri);
    }
}
