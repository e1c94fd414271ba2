package io.wellspring.lifecycle;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;

/** A version of the thresholds. Never changed once it is there. */
@Entity
@Table(schema = "lifecycle", name = "thresholds")
@NoArgsConstructor(access = AccessLevel.PROTECTED)
@SuppressWarnings("NullAway.Init")
class ThresholdsRow {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long thresholdsId;

    @Getter
    private int version;

    private LocalDate validFrom;

    private Instant createdAt;

    private int newDays;

    private int returnedDays;

    private BigDecimal slipFactor;

    private BigDecimal dormantFactor;

    private int dormantDays;

    private int lostDays;

    private int matureOrders;

    private int windowDays;

    ThresholdsRow(ThresholdsVersion made) {
        this.version = made.version();
        this.validFrom = made.validFrom();
        this.createdAt = made.createdAt();
        this.newDays = made.thresholds().newDays();
        this.returnedDays = made.thresholds().returnedDays();
        this.slipFactor = made.thresholds().slipFactor();
        this.dormantFactor = made.thresholds().dormantFactor();
        this.dormantDays = made.thresholds().dormantDays();
        this.lostDays = made.thresholds().lostDays();
        this.matureOrders = made.thresholds().matureOrders();
        this.windowDays = made.thresholds().windowDays();
    }

    ThresholdsVersion toVersion() {
        return new ThresholdsVersion(
                version,
                validFrom,
                createdAt,
                new Thresholds(
                        newDays,
                        returnedDays,
                        slipFactor,
                        dormantFactor,
                        dormantDays,
                        lostDays,
                        matureOrders,
                        windowDays));
    }
}
