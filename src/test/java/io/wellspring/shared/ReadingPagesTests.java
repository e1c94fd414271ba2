package io.wellspring.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wellspring.WellspringTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

@WellspringTest
@Transactional(propagation = Propagation.NOT_SUPPORTED)
class ReadingPagesTests {

    @Autowired
    private PageReading pages;

    @Autowired
    private TransactionTemplate frontDoor;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void showWhatTheyHaveAlthoughAFrontDoorRefused() {
        assertThat(pages.of(() -> {
                    try {
                        return frontDoor.execute(status -> {
                            throw new IllegalArgumentException("Nobody is called so");
                        });
                    } catch (IllegalArgumentException refusal) {
                        return refusal.getMessage();
                    }
                }))
                .isEqualTo("Nobody is called so");
    }

    @Test
    void writeNothing() {
        assertThatThrownBy(
                        () -> pages.of(() -> jdbc.sql("delete from users.users").update()))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("read-only");
    }
}
