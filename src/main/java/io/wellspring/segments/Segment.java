package io.wellspring.segments;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.NullUnmarked;

@Entity
@Table(schema = "segments", name = "segment")
@Getter(AccessLevel.PACKAGE)
@NoArgsConstructor(access = AccessLevel.PROTECTED)
@NullUnmarked
class Segment {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "segment_id")
    private Long id;

    private String name;
    private String description;

    @Enumerated(EnumType.STRING)
    private SegmentKind kind;

    @Enumerated(EnumType.STRING)
    private SegmentState state;

    @Enumerated(EnumType.STRING)
    private Fault fault;

    @ColumnTransformer(write = "cast(? as jsonb)")
    private String rule;

    private int ruleVersion;
    private int edition = 1;
    private Long feedsTag;
    private String createdBy;
    private Instant createdAt;
    private Instant changedAt;

    @Version
    private long version;

    private Segment(String name, String description, SegmentKind kind, String createdBy, Instant when) {
        this.name = name;
        this.description = description;
        this.kind = kind;
        this.state = SegmentState.ACTIVE;
        this.createdBy = createdBy;
        this.createdAt = when;
        this.changedAt = when;
    }

    static Segment dynamic(String name, String description, RuleNode rule, String createdBy, Instant when) {
        Segment segment = new Segment(name, description, SegmentKind.DYNAMIC, createdBy, when);
        segment.rule = RuleJson.write(rule);
        segment.ruleVersion = 1;
        return segment;
    }

    static Segment listed(String name, String description, String createdBy, Instant when) {
        return new Segment(name, description, SegmentKind.STATIC, createdBy, when);
    }

    void describe(String newName, String newDescription, Instant when) {
        requireInUse();
        if (!newName.equals(name) || !newDescription.equals(description)) {
            edition++;
        }
        name = newName;
        description = newDescription;
        changedAt = when;
    }

    /** @return whether the rule is another one than before */
    boolean follow(RuleNode newRule, Instant when) {
        requireInUse();
        if (kind != SegmentKind.DYNAMIC) {
            throw new NoRuleToChange(name);
        }
        if (RuleJson.read(rule).equals(newRule)) {
            return false;
        }
        rule = RuleJson.write(newRule);
        ruleVersion++;
        edition++;
        changedAt = when;
        resume();
        return true;
    }

    void feed(Optional<Long> tag, Instant when) {
        requireInUse();
        feedsTag = tag.orElse(null);
        changedAt = when;
    }

    void pause(Fault why) {
        if (state != SegmentState.ARCHIVED) {
            state = SegmentState.PAUSED;
            fault = why;
        }
    }

    void resume() {
        if (state == SegmentState.PAUSED) {
            state = SegmentState.ACTIVE;
            fault = null;
        }
    }

    /** Which tag it gave stays on record, for when it comes back. */
    void archive(Instant when) {
        requireInUse();
        state = SegmentState.ARCHIVED;
        fault = null;
        changedAt = when;
    }

    void bringBack(Instant when) {
        if (state == SegmentState.ARCHIVED) {
            state = SegmentState.ACTIVE;
            feedsTag = null;
            changedAt = when;
        }
    }

    private void requireInUse() {
        if (state == SegmentState.ARCHIVED) {
            throw new SegmentArchived(name);
        }
    }
}
