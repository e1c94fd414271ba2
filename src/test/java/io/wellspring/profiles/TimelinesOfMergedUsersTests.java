package io.wellspring.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import io.wellspring.Facts;
import io.wellspring.WellspringTest;
import io.wellspring.shared.TimelineEntry;
import io.wellspring.shared.UserId;
import io.wellspring.staff.AsStaff;
import io.wellspring.tags.Choice;
import io.wellspring.tags.GroupDraft;
import io.wellspring.tags.TagCatalogue;
import io.wellspring.tags.TagDesk;
import io.wellspring.tags.TagDraft;
import io.wellspring.users.StaffNotes;
import io.wellspring.users.UserMerging;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is told of her twin stands on ann's line too when they turn out to be one. */
@WellspringTest
@AsStaff
class TimelinesOfMergedUsersTests {

    @Autowired
    private Timeline timeline;

    @Autowired
    private TagCatalogue catalogue;

    @Autowired
    private TagDesk tags;

    @Autowired
    private StaffNotes notes;

    @Autowired
    private UserMerging merging;

    @Autowired
    private JdbcClient jdbc;

    private Facts facts;
    private Happenings happenings;
    private UserId ann;
    private UserId twin;

    @BeforeEach
    void people() {
        facts = new Facts(jdbc);
        happenings = new Happenings(jdbc, facts);
        ann = facts.user("ann", "2026-01-01");
        twin = facts.user("twin", "2026-01-02");
    }

    @Test
    void showsBothAfterAMerge() {
        long gold = happenings.segment("gold");
        facts.order(ann, "2026-05-01", 100);
        facts.order(twin, "2026-05-02", 200);
        happenings.passed(ann, gold, "2026-05-03T02:00:00+08:00", true);
        happenings.passed(twin, gold, "2026-05-03T02:00:00+08:00", true);
        happenings.passed(twin, gold, "2026-05-04T02:00:00+08:00", false);
        tags.give(tag("kol"), twin);
        notes.write(twin, UUID.randomUUID(), "of the twin", false);

        merging.merge(ann, twin);

        WholeLine line = WholeLine.of(timeline, ann);
        assertThat(line.ofKind("order")).hasSize(2);
        assertThat(line.ofKind("segment"))
                .extracting(TimelineEntry::message)
                .containsExactly("segments.timeline.left", "segments.timeline.entered");
        assertThat(line.ofKind("tag")).extracting(TimelineEntry::message).containsExactly("tags.timeline.given");
        assertThat(line.ofKind("note")).hasSize(1);
        assertThat(line.ofKind("account"))
                .extracting(TimelineEntry::message)
                .containsExactly("users.timeline.merged", "users.timeline.registered");
    }

    @Test
    void followsMergesOfMerges() {
        UserId third = facts.user("third", "2026-01-03");
        facts.order(third, "2026-05-01", 100);
        tags.give(tag("kol"), third);
        merging.merge(twin, third);
        merging.merge(ann, twin);

        assertThat(merging.absorbedBy(ann)).containsExactly(twin, third);
        assertThat(WholeLine.of(timeline, ann).ofKind("tag")).hasSize(1);
        assertThat(WholeLine.of(timeline, ann).ofKind("account")).hasSize(3);
    }

    private long tag(String name) {
        long group = catalogue.create(new GroupDraft("Kind of " + name, Choice.MULTI, ""));
        return catalogue.create(new TagDraft(group, name, 1, "", Optional.empty(), Optional.empty()));
    }
}
