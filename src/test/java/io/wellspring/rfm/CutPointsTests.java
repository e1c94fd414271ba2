package io.wellspring.rfm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CutPointsTests {

    @Test
    void spreadsDistinctValuesOverFiveScores() {
        assertThat(CutPoints.fromQuintiles(Dimension.FREQUENCY, List.of(1L, 2L, 4L, 7L))
                        .bounds())
                .isEqualTo(new TreeMap<>(Map.of(2, 2L, 3, 3L, 4, 5L, 5, 8L)));
        assertThat(CutPoints.fromQuintiles(Dimension.RECENCY, List.of(3L, 10L, 30L, 90L))
                        .bounds())
                .isEqualTo(new TreeMap<>(Map.of(5, 3L, 4, 10L, 3, 30L, 2, 90L)));
    }

    @Test
    void leavesScoresOutAmongSixtyPercentOneTimeBuyers() {
        assertThat(CutPoints.fromQuintiles(Dimension.FREQUENCY, List.of(1L, 1L, 1L, 2L))
                        .bounds())
                .isEqualTo(new TreeMap<>(Map.of(4, 2L, 5, 3L)));
    }

    @Test
    void leavesScoresOutWhereRecencyTies() {
        assertThat(CutPoints.fromQuintiles(Dimension.RECENCY, List.of(5L, 5L, 9L, 9L))
                        .bounds())
                .isEqualTo(new TreeMap<>(Map.of(5, 5L, 3, 9L)));
    }

    @Test
    void cutsOnceWhereAllAreAlike() {
        assertThat(CutPoints.fromQuintiles(Dimension.FREQUENCY, List.of(1L, 1L, 1L, 1L))
                        .bounds())
                .isEqualTo(new TreeMap<>(Map.of(5, 2L)));
    }

    @Test
    void allowsBlanks() {
        assertThat(new CutPoints(Dimension.MONETARY, bounds(Map.of(2, 100L, 5, 900L))).bound(3))
                .isEmpty();
    }

    @Test
    void refusesBoundsThatDoNotGetBetter() {
        assertThatThrownBy(() -> new CutPoints(Dimension.FREQUENCY, bounds(Map.of(2, 3L, 3, 3L))))
                .isInstanceOfSatisfying(
                        CutPointsOutOfOrder.class,
                        refusal -> assertThat(refusal.field()).contains("f.bounds"));
        assertThatThrownBy(() -> new CutPoints(Dimension.RECENCY, bounds(Map.of(4, 10L, 5, 20L))))
                .isInstanceOf(CutPointsOutOfOrder.class);
        assertThat(new CutPoints(Dimension.RECENCY, bounds(Map.of(4, 20L, 5, 10L))).bound(5))
                .contains(10L);
    }

    private static SortedMap<Integer, Long> bounds(Map<Integer, Long> bounds) {
        return new TreeMap<>(bounds);
    }
}
