package io.bridgewarden.numbers;

import static org.assertj.core.api.Assertions.assertThat;

import io.bridgewarden.facts.NumberClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberClassifierTest {
    @ParameterizedTest
    @CsvSource({
        "8005551212, +18005551212, tollfree_us",
        "18335551212, +18335551212, tollfree_us",
        "+18895551212, +18895551212, tollfree_us",
        "+19005551212, +19005551212, toll_us",
        "911, 911, emergency",
        "833, 833, emergency",
        "1911, 1911, unknown",
        "+18095551212, +18095551212, caribbean",
        "4158867900, +14158867900, did_us",
        "011442071234567, +442071234567, international",
        "+1234567, +1234567, unknown"
    })
    void northAmericanNumbersHaveKazoosClasses(String dialled, String number, String name) {
        NumberClass classified = NumberClassifier.SHIPPED.classify(dialled, null);

        assertThat(classified.number()).isEqualTo(number);
        assertThat(classified.name()).isEqualTo(name);
        assertThat(classified.emergency()).isEqualTo("emergency".equals(name));
        assertThat(classified.tollFree()).isEqualTo("tollfree_us".equals(name));
        assertThat(classified.premium()).isEqualTo("toll_us".equals(name));
    }

    @ParameterizedTest
    @CsvSource({
        "08081570000, GB, true, false",
        "+448081570000, GB, true, false",
        "+448081570000, US, false, false",
        "+449061234567, US, false, true",
        "+442071234567, GB, false, false"
    })
    void tollFreeIsSoAtHomeAndPremiumIsSoEverywhere(String dialled, String region, boolean tollFree, boolean premium) {
        NumberClass classified = NumberClassifier.SHIPPED.classify(dialled, region);

        assertThat(classified.tollFree()).isEqualTo(tollFree);
        assertThat(classified.premium()).isEqualTo(premium);
    }
}
