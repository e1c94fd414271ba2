package io.wellspring.points;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyTakenTests {

    /** Whoever sent a form again is told so; other systems read the key they sent. */
    @ParameterizedTest
    @CsvSource({
        "reward:form:6a20d7d4, true",
        "form:6a20d7d4, true",
        "adjustment:ac7d7199, true",
        "api:2:form:1, false",
        "order:N1, false"
    })
    void formsAreToldApartFromKeys(String key, boolean ofForm) {
        assertThat(new KeyTaken(new BusinessKey(key)).messageCode().endsWith(".form"))
                .isEqualTo(ofForm);
    }
}
