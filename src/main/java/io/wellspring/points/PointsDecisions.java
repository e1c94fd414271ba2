package io.wellspring.points;

import static io.wellspring.shared.SqlFiles.sql;

import io.wellspring.staff.CurrentStaff;
import io.wellspring.staff.ForOperators;
import io.wellspring.staff.Role;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** How much about points waits for whoever looks to decide; every page asks, so that it takes no transaction of its own. */
@Service
@RequiredArgsConstructor
@ForOperators
@Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
public class PointsDecisions {

    private final JdbcClient jdbc;
    private final CurrentStaff staff;

    public record Waiting(long adjustments, long grants) {

        static final Waiting NOTHING = new Waiting(0, 0);
    }

    /** What others asked for; nothing for who is no manager. */
    public Waiting waiting() {
        return staff.find()
                .filter(one -> one.role().compareTo(Role.MANAGER) >= 0)
                .map(one -> jdbc.sql(sql("points/count-awaiting"))
                        .param("staff", one.id())
                        .query((row, number) -> new Waiting(row.getLong("adjustments"), row.getLong("grants")))
                        .single())
                .orElse(Waiting.NOTHING);
    }
}
