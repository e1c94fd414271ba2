package io.wellspring.tags;

import static io.wellspring.shared.SqlFiles.sql;

import io.wellspring.shared.TimelineEntry;
import io.wellspring.shared.TimelineMark;
import io.wellspring.shared.TimelineSource;
import io.wellspring.shared.TimelineSpan;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When a user got and lost tags, and by whom. */
@Component
@Order(60)
@RequiredArgsConstructor
class TagTimeline implements TimelineSource {

    private final JdbcClient jdbc;
    private final ObjectProvider<TagFeeders> feeders;

    @Override
    public String kind() {
        return "tag";
    }

    @Override
    public List<TimelineEntry> entries(TimelineSpan span) {
        List<Row> rows = jdbc.sql(sql("tags/find-timeline"))
                .params(span.parameters(kind()))
                .query((row, number) -> new Row(
                        new TimelineMark(
                                row.getObject("at", OffsetDateTime.class).toInstant(), kind(), row.getLong("key")),
                        row.getString("what").equals("GIVEN"),
                        Objects.requireNonNullElse(row.getString("name"), "?"),
                        Optional.ofNullable(row.getObject("tag_id", Long.class)),
                        TagCause.valueOf(row.getString("cause")),
                        Optional.ofNullable(row.getObject("cause_id", Long.class)),
                        Optional.ofNullable(row.getString("cause_name"))))
                .list();
        List<Long> segments =
                rows.stream().flatMap(row -> row.segment().stream()).distinct().toList();
        Map<Long, String> names = new HashMap<>();
        if (!segments.isEmpty()) {
            feeders.forEach(one -> names.putAll(one.namesOf(segments)));
        }
        return rows.stream().map(row -> row.entry(names)).toList();
    }

    private record Row(
            TimelineMark mark,
            boolean given,
            String name,
            Optional<Long> tag,
            TagCause cause,
            Optional<Long> causeId,
            Optional<String> causeName) {

        Optional<Long> segment() {
            return causeId.filter(unused -> cause == TagCause.SEGMENT);
        }

        TimelineEntry entry(Map<Long, String> segments) {
            return new TimelineEntry(
                    mark,
                    false,
                    given ? "tags.timeline.given" : "tags.timeline.taken",
                    List.of(name, words(segments)),
                    Optional.empty(),
                    segment().map(segment -> "/segments/" + segment).or(() -> tag.map(one -> "/users?tag=" + one)));
        }

        private MessageSourceResolvable words(Map<Long, String> segments) {
            String called = segment().map(segments::get).orElse(null);
            return called != null
                    ? new DefaultMessageSourceResolvable(
                            new String[] {"tags.cause.segment-named"}, new Object[] {called})
                    : new DefaultMessageSourceResolvable(new String[] {"tags.cause." + cause}, new Object[] {
                        causeName.or(() -> causeId.map(String::valueOf)).orElse("")
                    });
        }
    }
}
