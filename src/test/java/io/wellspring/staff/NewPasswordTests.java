package io.wellspring.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class NewPasswordTests {

    @Test
    void twelveCharactersAreEnoughAndElevenAreNot() {
        new NewPassword("abcdefghijkl");
        assertThatThrownBy(() -> new NewPassword("abcdefghijk")).isInstanceOf(PasswordTooShort.class);
        new NewPassword("十二个汉字也可以当作密码用");
    }

    @Test
    void twoHundredCharactersAreNotTooMany() {
        new NewPassword("ab".repeat(100));
        assertThatThrownBy(() -> new NewPassword("ab".repeat(100) + "c")).isInstanceOf(PasswordTooLong.class);
    }

    @Test
    void oneCharacterOverAndOverIsTooSimple() {
        assertThatThrownBy(() -> new NewPassword("aaaaaaaaaaaa")).isInstanceOf(PasswordTooSimple.class);
    }

    @Test
    void itIsNeverPrinted() {
        assertThat(new NewPassword("abcdefghijkl").toString()).doesNotContain("abc");
        assertThat(Secret.random().toString()).isEqualTo("Secret[…]");
    }
}
