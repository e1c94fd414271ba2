package io.wellspring.segments;

import io.wellspring.shared.UserId;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who is stored as a member, past all front doors. */
@RequiredArgsConstructor
final class MemberRows {

    private final JdbcClient jdbc;

    List<UserId> of(long segment) {
        return jdbc.sql("select user_id from segments.member where segment_id = :segment order by 1")
                .param("segment", segment)
                .query((row, number) -> new UserId(row.getLong("user_id")))
                .list();
    }
}
