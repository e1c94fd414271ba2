package io.wellspring.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wellspring.WellspringTest;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@WellspringTest
class FirstAdminTests {

    @Autowired
    Setup setup;

    @Autowired
    JdbcClient jdbc;

    @Test
    void ofTwoSetupsAtOnceOneCreatesTheAdmin() {
        AtomicInteger refused = new AtomicInteger();
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            for (int i = 0; i < 2; i++) {
                String email = "admin" + i + "@example.org";
                two.submit(() -> {
                    try {
                        setup.createFirstAdmin(email, "Admin", new NewPassword("a long enough password"));
                    } catch (SetupClosed e) {
                        refused.incrementAndGet();
                    }
                });
            }
        }
        assertThat(refused).hasValue(1);
        assertThat(admins()).isEqualTo(1);
        assertThat(setup.isOpen()).isFalse();
    }

    @Test
    void settingsCreateTheFirstAdminOnce() {
        start("Root@example.org", "a long enough password");
        start("other@example.org", "a long enough password");
        assertThat(jdbc.sql("select email || ' ' || name || ' ' || role from staff.account")
                        .query(String.class)
                        .list())
                .containsExactly("root@example.org Root ADMIN");
    }

    @Test
    void settingsThatMakeNoAdminStopTheStart() {
        assertThatThrownBy(() -> start("root@example.org", null))
                .isInstanceOf(BadFirstAdminSettings.class)
                .hasMessageContaining("only one");
        assertThatThrownBy(() -> start(null, "a long enough password"))
                .isInstanceOf(BadFirstAdminSettings.class)
                .hasMessageContaining("only one");
        assertThatThrownBy(() -> start("root@example.org", "short secret".substring(1)))
                .isInstanceOf(BadFirstAdminSettings.class)
                .hasMessageContaining("12")
                .hasMessageNotContaining("hort secret")
                .hasMessageNotContaining("root@");
        assertThatThrownBy(() -> start("root", "a long enough password")).isInstanceOf(BadFirstAdminSettings.class);
        assertThat(setup.isOpen()).isTrue();
    }

    @Test
    void settingsAreWithoutEffectOnceThereIsStaff() {
        start("root@example.org", "a long enough password");
        assertThatCode(() -> start("other@example.org", "short")).doesNotThrowAnyException();
        assertThatCode(() -> start(null, null)).doesNotThrowAnyException();
        assertThat(admins()).isEqualTo(1);
    }

    private void start(@Nullable String email, @Nullable String password) {
        new FirstAdminFromSettings(setup, new FirstAdminSettings(email, password)).afterSingletonsInstantiated();
    }

    private long admins() {
        return jdbc.sql("select count(*) from staff.account").query(Long.class).single();
    }
}
