package io.wellspring.membership;

import static org.assertj.core.api.Assertions.assertThat;

import io.wellspring.shared.UserId;
import java.time.LocalDate;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of the history of tiers; a day is evaluated twice, and the second time nothing comes of it. */
@RequiredArgsConstructor
final class TierRows {

    private final Nights nights;
    private final Tiering tiering;
    private final TierReading tiers;
    private final JdbcClient jdbc;

    void evaluate(String day) {
        LocalDate asOf = LocalDate.parse(day);
        nights.evaluate(asOf);
        List<String> once = everything();
        tiering.postGrowth();
        assertThat(tiering.evaluate(asOf).orElseThrow().changes()).isEmpty();
        assertThat(everything()).isEqualTo(once);
        assertThat(tiering.drift(10)).isZero();
    }

    List<String> everything() {
        return jdbc.sql("select h::text from membership.tier_history h order by user_id, starts_on")
                .query(String.class)
                .list();
    }

    List<String> of(UserId user) {
        return jdbc.sql("""
                        select concat_ws(' ', h.during, t.rank, h.cause, coalesce(h.due_on::text, 'null'))
                        from membership.tier_history h
                        join membership.tier t on t.id = h.tier_id
                        where h.user_id = :user
                        order by h.starts_on
                        """).param("user", user.value()).query(String.class).list();
    }

    int rank(UserId user) {
        assertThat(tiering.drift(10)).isZero();
        return standing(user).tier().rank();
    }

    UserStanding standing(UserId user) {
        return tiers.standing(user).orElseThrow();
    }
}
