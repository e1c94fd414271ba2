package io.wellspring.segments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wellspring.Facts;
import io.wellspring.WellspringTest;
import io.wellspring.metrics.HistoryRefresh;
import io.wellspring.metrics.MetricsRefresh;
import io.wellspring.profiles.ProfileRefresh;
import io.wellspring.shared.UserId;
import io.wellspring.staff.AsStaff;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Members are whom a list names, or who was one when it was frozen. */
@WellspringTest
@AsStaff
class ListingUsersTests {

    @Autowired
    private SegmentBook book;

    @Autowired
    private ListedSegments listed;

    @Autowired
    private SegmentRefresh refresh;

    @Autowired
    private MetricsRefresh metrics;

    @Autowired
    private HistoryRefresh histories;

    @Autowired
    private ProfileRefresh profiles;

    @Autowired
    private JdbcClient jdbc;

    private Facts facts;
    private Figures figures;
    private MemberRows members;
    private UserId ann;
    private UserId bob;

    @BeforeEach
    void people() {
        facts = new Facts(jdbc);
        figures = new Figures(metrics, histories, profiles);
        members = new MemberRows(jdbc);
        ann = facts.user("ann", "2026-01-01");
        bob = facts.user("bob", "2026-01-01");
        facts.order(ann, "2026-06-01", 1000);
        figures.refresh();
    }

    @Test
    void listsWhomTheirIdentitiesNameHoweverOften() {
        Listing listing = listed.createListed(
                "List", "", taker -> List.of("X-ann", " X-ann ", "nobody", "").forEach(taker));

        assertThat(listing.lines()).isEqualTo(3);
        assertThat(listing.repeated()).isEqualTo(1);
        assertThat(listing.unknown()).isEqualTo(1);
        assertThat(listing.firstUnknown()).containsExactly("nobody");
        assertThat(listing.members()).isEqualTo(1);
        assertThat(members.of(listing.segment())).containsExactly(ann);
        assertThatThrownBy(() -> listed.createListed(
                        "Other",
                        "",
                        taker -> List.of("a1", "b2", "a1", "c", "d", "e", "f").forEach(taker)))
                .isInstanceOfSatisfying(
                        NobodyListed.class,
                        refused -> assertThat(refused.facts()).containsExactly(7L, "a1, b2, c, d, e"));
        assertThatThrownBy(() -> listed.createOf("Of nobody", "", List.of())).isInstanceOf(NobodyToList.class);
        assertThatThrownBy(() -> listed.createListed("Empty", "", taker -> taker.accept("  ")))
                .isInstanceOf(NothingListed.class);
    }

    @Test
    void thePlannerIsToldHowLongAListIs() {
        listed.createListed(
                "List", "", taker -> List.of("X-ann", "X-bob", "nobody").forEach(taker));
        assertThat(jdbc.sql("select reltuples::int from pg_class where oid = 'segments.listed'::regclass")
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
    }

    @Test
    void namesTheFirstUnknownLinesAsTheyWereWrittenAndEachOnce() {
        jdbc.sql(
                        "insert into users.identity (kind, value, user_id) values ('EMAIL', 'ann@example.org', :ann), ('PHONE', '+447700900123', :bob)")
                .param("ann", ann.value())
                .param("bob", bob.value())
                .update();
        Listing listing = listed.createListed("List", "", taker -> {
            List.of("Nobody@Example.org", "Ann@Example.org", "X-ann", "Nobody@Example.org", "X-bob")
                    .forEach(taker);
            IntStream.range(0, 30).forEach(i -> taker.accept("Q" + i));
        });

        assertThat(listing.members()).isEqualTo(2);
        assertThat(listing.lines()).isEqualTo(35);
        assertThat(listing.repeated()).isEqualTo(1);
        assertThat(listing.unknown()).isEqualTo(32);
        assertThat(listing.firstUnknown())
                .hasSize(Listing.MOST_NAMED)
                .startsWith("Nobody@Example.org", "Q0")
                .endsWith("Q18");
    }

    @Test
    void freezesWhoIsAMemberNow() {
        long buyers = book.create("Buyers", "", PlainRules.BUYERS);
        refresh.refresh(buyers);
        long frozen = listed.freeze(buyers, "Buyers of today", "");
        facts.order(bob, "2026-06-20", 100);
        figures.refresh();
        refresh.refreshAll();

        assertThat(members.of(buyers)).containsExactlyInAnyOrder(ann, bob);
        assertThat(members.of(frozen)).containsExactly(ann);
    }
}
