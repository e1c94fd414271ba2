package io.wellspring.segments;

import static org.assertj.core.api.Assertions.assertThat;

import io.wellspring.Facts;
import io.wellspring.WellspringTest;
import io.wellspring.shared.UserId;
import io.wellspring.staff.AsStaff;
import io.wellspring.users.UserMerging;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Where ann is a member, and where she was. */
@WellspringTest
@AsStaff
class SegmentsOfAUserTests {

    private static final Instant MAY = Instant.parse("2026-05-01T02:00:00Z");
    private static final Instant JUNE = Instant.parse("2026-06-01T02:00:00Z");

    @Autowired
    SegmentBook book;

    @Autowired
    UserMerging merging;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvcTester mvc;

    UserId ann;
    UserId twin;
    long gold;
    long silver;

    @BeforeEach
    void people() {
        Facts facts = new Facts(jdbc);
        ann = facts.user("ann", "2026-01-01");
        twin = facts.user("twin", "2026-01-01");
        gold = segment("gold");
        silver = segment("silver");
    }

    @Test
    void saysWhereSheIsAndWhereSheWas() {
        came(ann, gold, MAY);
        came(ann, silver, MAY);
        left(ann, silver, JUNE);

        assertThat(book.segmentsOf(ann)).extracting(Membership::name).containsExactly("gold");
        assertThat(book.formerSegmentsOf(ann))
                .containsExactly(new FormerMembership(silver, "silver", Optional.of(MAY), JUNE));
        for (String language : List.of("en", "zh-CN")) {
            assertThat(mvc.get()
                            .uri("/users/" + ann + "/segments")
                            .header("Accept-Language", language)
                            .exchange())
                    .hasStatusOk()
                    .bodyText()
                    .contains("gold", "2026-05-01", "2026-06-01", "/segments/" + silver + "/users/" + ann)
                    .doesNotContain("??");
        }
    }

    @Test
    void whoCameBackIsNoFormerMember() {
        came(ann, gold, MAY);
        left(ann, gold, JUNE);
        came(ann, gold, JUNE.plusSeconds(60));

        assertThat(book.formerSegmentsOf(ann)).isEmpty();
    }

    @Test
    void knowsWhereTheMergedOneWas() {
        came(twin, gold, MAY);
        came(twin, silver, MAY);
        left(twin, silver, JUNE);

        merging.merge(ann, twin);

        assertThat(book.segmentsOf(ann)).extracting(Membership::name).containsExactly("gold");
        assertThat(book.formerSegmentsOf(ann))
                .extracting(FormerMembership::name)
                .containsExactly("silver");
    }

    @Test
    void saysWhereNobodyEverWas() {
        assertThat(mvc.get()
                        .uri("/users/" + ann + "/segments")
                        .header("Accept-Language", "en")
                        .header("HX-Request", "true")
                        .exchange())
                .hasStatusOk()
                .bodyText()
                .contains("In no segment, and never was.")
                .doesNotContain("<html");
        assertThat(mvc.get().uri("/users/999/segments").exchange()).hasStatus(404);
    }

    private long segment(String name) {
        long id = jdbc.sql("""
                        insert into segments.segment (name, kind, state, created_by, created_at, changed_at)
                        values (:name, 'STATIC', 'ACTIVE', 'Ann', timestamptz '2026-01-01', timestamptz '2026-01-01')
                        returning segment_id
                        """).param("name", name).query(Long.class).single();
        jdbc.sql("select segments.open_members(:id)").param("id", id).query(row -> {});
        return id;
    }

    private void came(UserId user, long segment, Instant at) {
        jdbc.sql("insert into segments.member (user_id, segment_id, since) values (:user, :segment, :at)")
                .param("user", user.value())
                .param("segment", segment)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        passage(user, segment, at, true);
    }

    private void left(UserId user, long segment, Instant at) {
        jdbc.sql("delete from segments.member where user_id = :user and segment_id = :segment")
                .param("user", user.value())
                .param("segment", segment)
                .update();
        passage(user, segment, at, false);
    }

    private void passage(UserId user, long segment, Instant at, boolean entered) {
        jdbc.sql("insert into segments.passage (user_id, segment_id, at, entered) values (:user, :segment, :at, :in)")
                .param("user", user.value())
                .param("segment", segment)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("in", entered)
                .update();
    }
}
