package io.wellspring.users;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalisingPhonesTests {

    @ParameterizedTest
    @CsvSource({
        "13800002210, CN, +8613800002210",
        "138 0000 2210, CN, +8613800002210",
        "+86-138-0000-2210, US, +8613800002210",
        "0086 13800002210, CN, +8613800002210",
        "15418190937, CN, +8615418190937",
        "19912345678, CN, +8619912345678",
        "021-12345678, CN, +862112345678",
        "(202) 456-1111, US, +12024561111",
        "020 7946 0958, GB, +442079460958"
    })
    void asPeopleWriteThem(String text, String region, String expected) {
        assertThat(PhoneNumbers.normalise(text, region)).hasValue(expected);
    }

    @ParameterizedTest
    @CsvSource({"153122406, CN", "12345678901, CN", "138000022101, CN", "1234, US", "phone, CN", "'', CN"})
    void isNoPhone(String text, String region) {
        assertThat(PhoneNumbers.normalise(text, region)).isEmpty();
    }

    @Test
    void theRegionFollowsTheCurrency() {
        assertThat(PhoneNumbers.regionOf(Currency.getInstance("CNY"))).isEqualTo("CN");
        assertThat(PhoneNumbers.regionOf(Currency.getInstance("GBP"))).isEqualTo("GB");
        assertThat(PhoneNumbers.regionOf(Currency.getInstance("EUR"))).isEqualTo("CN");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"王小明, 王**", "Ann Smith, A** S**", "欧阳, 欧**", "-, -"})
    void namesAreMaskedToTheirInitials(String name, String masked) {
        assertThat(Masking.name(name)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource({"+8613812342210, 138****2210", "+12024561111, +1****1111", "+862112345678, +8****5678"})
    void phonesAreMasked(String phone, String masked) {
        assertThat(Masking.phone(phone)).isEqualTo(masked);
    }

    @Test
    void emailsAreMasked() {
        assertThat(Masking.email("ann@example.com")).isEqualTo("a***@example.com");
        assertThat(Masking.email(null)).isNull();
    }

    @Test
    void whatBeginsWithSomethingElseIsNoNumber() {
        assertThat(PhoneNumbers.normalise("A#b#13800138009", "CN")).isEmpty();
        assertThat(PhoneNumbers.normalise("Bob 13800138009", "CN")).isEmpty();
        assertThat(PhoneNumbers.normalise("tel:+8613800138009", "CN")).contains("+8613800138009");
        assertThat(PhoneNumbers.normalise("（010）62345678", "CN")).contains("+861062345678");
    }
}
