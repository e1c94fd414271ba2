package io.wellspring.segments;

import static io.wellspring.shared.SqlFiles.sql;

import io.wellspring.tags.TagFeeders;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells what the segments that give tags are called, archived ones too. */
@Component
@RequiredArgsConstructor
class SegmentFeeders implements TagFeeders {

    private final JdbcClient jdbc;

    @Override
    public Map<Long, String> namesOf(Collection<Long> segments) {
        Map<Long, String> names = new HashMap<>();
        jdbc.sql(sql("segments/find-names"))
                .param("segments", segments.stream().map(String::valueOf).collect(Collectors.joining(",")))
                .query(row -> {
                    names.put(row.getLong("segment_id"), row.getString("name"));
                });
        return names;
    }
}
