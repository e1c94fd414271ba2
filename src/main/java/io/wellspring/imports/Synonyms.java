package io.wellspring.imports;

import static io.wellspring.shared.SqlFiles.sql;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The words for fields that were learned from what people chose. */
@Component
@RequiredArgsConstructor
class Synonyms {

    private final JdbcClient jdbc;

    List<LearnedSynonym> all() {
        return jdbc.sql(sql("imports/find-synonyms"))
                .query((row, number) -> new LearnedSynonym(
                        ImportKind.valueOf(row.getString("kind")),
                        row.getString("header"),
                        ImportField.valueOf(row.getString("field")),
                        row.getString("shown"),
                        row.getLong("times"),
                        row.getObject("last_used_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** The field each header is taken for: the one chosen most often. */
    Map<String, ImportField> of(ImportKind kind) {
        return all().stream()
                .filter(synonym -> synonym.kind() == kind)
                .collect(Collectors.toMap(
                        LearnedSynonym::header, LearnedSynonym::field, (mostChosen, other) -> mostChosen));
    }

    void learn(ImportKind kind, String shown, ImportField field, Instant when) {
        jdbc.sql(sql("imports/learn-synonym"))
                .param("kind", kind.name())
                .param("header", Vocabulary.plain(shown))
                .param("field", field.name())
                .param("shown", shown)
                .param("when", when.atOffset(ZoneOffset.UTC))
                .update();
    }

    boolean forget(ImportKind kind, String header, ImportField field) {
        return jdbc.sql(sql("imports/delete-synonym"))
                        .param("kind", kind.name())
                        .param("header", header)
                        .param("field", field.name())
                        .update()
                > 0;
    }
}
