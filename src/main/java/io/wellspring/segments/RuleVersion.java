package io.wellspring.segments;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.NullUnmarked;

/** A rule that a segment had at some time. */
@Entity
@Table(schema = "segments", name = "rule_version")
@IdClass(RuleVersion.Key.class)
@Getter(AccessLevel.PACKAGE)
@NoArgsConstructor(access = AccessLevel.PROTECTED)
@NullUnmarked
class RuleVersion {

    record Key(long segmentId, int ruleVersion) implements Serializable {}

    @Id
    private long segmentId;

    @Id
    private int ruleVersion;

    @ColumnTransformer(write = "cast(? as jsonb)")
    private String rule;

    private String savedBy;
    private Instant savedAt;

    RuleVersion(Segment segment, String savedBy, Instant savedAt) {
        this.segmentId = segment.getId();
        this.ruleVersion = segment.getRuleVersion();
        this.rule = segment.getRule();
        this.savedBy = savedBy;
        this.savedAt = savedAt;
    }
}
