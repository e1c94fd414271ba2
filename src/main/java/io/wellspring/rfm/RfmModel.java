package io.wellspring.rfm;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.jspecify.annotations.Nullable;

/** A version of the model. Never changed once it is there. */
@Entity
@Table(schema = "rfm", name = "model")
@NoArgsConstructor(access = AccessLevel.PROTECTED)
@SuppressWarnings("NullAway.Init")
class RfmModel {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Getter
    private Long modelId;

    @Getter
    private int version;

    private String name;

    @Enumerated(EnumType.STRING)
    @Getter
    private ModelOrigin origin;

    @Getter
    private LocalDate validFrom;

    @Getter
    private int windowDays;

    @Getter
    private long madeForUsers;

    private Instant createdAt;

    @Column(name = "r_upto_5")
    private @Nullable Long r5;

    @Column(name = "r_upto_4")
    private @Nullable Long r4;

    @Column(name = "r_upto_3")
    private @Nullable Long r3;

    @Column(name = "r_upto_2")
    private @Nullable Long r2;

    @Column(name = "f_from_2")
    private @Nullable Long f2;

    @Column(name = "f_from_3")
    private @Nullable Long f3;

    @Column(name = "f_from_4")
    private @Nullable Long f4;

    @Column(name = "f_from_5")
    private @Nullable Long f5;

    @Column(name = "m_from_2")
    private @Nullable Long m2;

    @Column(name = "m_from_3")
    private @Nullable Long m3;

    @Column(name = "m_from_4")
    private @Nullable Long m4;

    @Column(name = "m_from_5")
    private @Nullable Long m5;

    @Enumerated(EnumType.STRING)
    private ThresholdMethod rMethod;

    @Column(name = "r_parameter")
    private @Nullable BigDecimal rParameter;

    @Column(name = "r_threshold")
    private BigDecimal rThreshold;

    @Enumerated(EnumType.STRING)
    private ThresholdMethod fMethod;

    @Column(name = "f_parameter")
    private @Nullable BigDecimal fParameter;

    @Column(name = "f_threshold")
    private BigDecimal fThreshold;

    @Enumerated(EnumType.STRING)
    private ThresholdMethod mMethod;

    @Column(name = "m_parameter")
    private @Nullable BigDecimal mParameter;

    @Column(name = "m_threshold")
    private BigDecimal mThreshold;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(schema = "rfm", name = "model_name", joinColumns = @JoinColumn(name = "model_id"))
    @MapKeyColumn(name = "code")
    @Column(name = "name")
    private Map<String, String> names;

    RfmModel(ModelVersion made) {
        this.version = made.version();
        this.name = made.name();
        this.origin = made.origin();
        this.validFrom = made.validFrom();
        this.windowDays = made.windowDays();
        this.madeForUsers = made.madeForUsers();
        this.createdAt = made.createdAt();
        this.names = new HashMap<>(made.names());
        CutPoints r = made.cutPoints(Dimension.RECENCY);
        this.r5 = r.bound(5).orElse(null);
        this.r4 = r.bound(4).orElse(null);
        this.r3 = r.bound(3).orElse(null);
        this.r2 = r.bound(2).orElse(null);
        CutPoints f = made.cutPoints(Dimension.FREQUENCY);
        this.f2 = f.bound(2).orElse(null);
        this.f3 = f.bound(3).orElse(null);
        this.f4 = f.bound(4).orElse(null);
        this.f5 = f.bound(5).orElse(null);
        CutPoints m = made.cutPoints(Dimension.MONETARY);
        this.m2 = m.bound(2).orElse(null);
        this.m3 = m.bound(3).orElse(null);
        this.m4 = m.bound(4).orElse(null);
        this.m5 = m.bound(5).orElse(null);
        Threshold rLine = made.threshold(Dimension.RECENCY);
        this.rMethod = rLine.method();
        this.rParameter = rLine.parameter().orElse(null);
        this.rThreshold = rLine.value();
        Threshold fLine = made.threshold(Dimension.FREQUENCY);
        this.fMethod = fLine.method();
        this.fParameter = fLine.parameter().orElse(null);
        this.fThreshold = fLine.value();
        Threshold mLine = made.threshold(Dimension.MONETARY);
        this.mMethod = mLine.method();
        this.mParameter = mLine.parameter().orElse(null);
        this.mThreshold = mLine.value();
    }

    ModelVersion toVersion() {
        return new ModelVersion(
                version,
                name,
                origin,
                validFrom,
                windowDays,
                madeForUsers,
                createdAt,
                Map.of(
                        Dimension.RECENCY, new CutPoints(Dimension.RECENCY, bounds(r2, r3, r4, r5)),
                        Dimension.FREQUENCY, new CutPoints(Dimension.FREQUENCY, bounds(f2, f3, f4, f5)),
                        Dimension.MONETARY, new CutPoints(Dimension.MONETARY, bounds(m2, m3, m4, m5))),
                Map.of(
                        Dimension.RECENCY, new Threshold(rMethod, Optional.ofNullable(rParameter), rThreshold),
                        Dimension.FREQUENCY, new Threshold(fMethod, Optional.ofNullable(fParameter), fThreshold),
                        Dimension.MONETARY, new Threshold(mMethod, Optional.ofNullable(mParameter), mThreshold)),
                names);
    }

    private static SortedMap<Integer, Long> bounds(@Nullable Long... fromScore2) {
        SortedMap<Integer, Long> bounds = new TreeMap<>();
        for (int i = 0; i < fromScore2.length; i++) {
            Long bound = fromScore2[i];
            if (bound != null) {
                bounds.put(i + 2, bound);
            }
        }
        return bounds;
    }
}
