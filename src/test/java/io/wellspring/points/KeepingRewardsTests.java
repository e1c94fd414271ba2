package io.wellspring.points;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wellspring.Facts;
import io.wellspring.WellspringTest;
import io.wellspring.shared.BusinessClock;
import io.wellspring.shared.UserId;
import io.wellspring.staff.AsStaff;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rewards are named, pictured and changed while ann redeems them. */
@WellspringTest
@AsStaff
class KeepingRewardsTests {

    @Autowired
    private RewardCatalogue catalogue;

    @Autowired
    private RewardDesk desk;

    @Autowired
    private PointsLedger ledger;

    @Autowired
    private PointsReading reading;

    @Autowired
    private BusinessClock clock;

    @Autowired
    private JdbcClient jdbc;

    private Shelf shelf;
    private UserId ann;

    @BeforeEach
    void people() {
        shelf = new Shelf(catalogue, desk, clock.today());
        Purses purses = new Purses(ledger, clock);
        Facts facts = new Facts(jdbc);
        ann = facts.user("ann", "2026-01-01");
        UserId bob = facts.user("bob", "2026-01-02");
        purses.earn(ann, 1000);
        purses.earn(bob, 100);
    }

    @AfterEach
    void addsUp() {
        assertThat(reading.drift(10)).isEmpty();
    }

    @Test
    void aPictureIsWhatItsContentSays() {
        long mug = catalogue.create(shelf.stock("Mug", 10, 7));
        catalogue.show(mug, bytes("\u0089PNG\r\n\u001a\nrest"));
        catalogue.show(mug, bytes("GIF89a rest"));
        assertThat(catalogue.picture(mug).orElseThrow().mediaType()).isEqualTo("image/gif");
        for (String unfit : new String[] {"", "<svg xmlns='x'/>", "RIFF....WAVE", "x".repeat(524_289)}) {
            assertThatThrownBy(() -> catalogue.show(mug, bytes(unfit))).isInstanceOf(PictureUnfit.class);
        }
        assertThat(RewardPicture.of(bytes("RIFF....WEBPVP8 ")).mediaType()).isEqualTo("image/webp");
        assertThat(RewardPicture.of(bytes("\u00ff\u00d8\u00ff\u00e0")).mediaType())
                .isEqualTo("image/jpeg");
    }

    @Test
    void aNameIsOneReward() {
        long mug = catalogue.create(shelf.stock("Mug", 10, 7));
        long cup = catalogue.create(shelf.stock("Cup", 10, 7));
        assertThatThrownBy(() -> catalogue.create(shelf.stock(" Mug ", 20, 7))).isInstanceOf(RewardNameTaken.class);
        assertThatThrownBy(() -> catalogue.change(cup, shelf.seen(cup), shelf.stock("Mug", 20, 7)))
                .isInstanceOf(RewardNameTaken.class);
        catalogue.change(mug, shelf.seen(mug), shelf.stock("Mug", 20, 3));
        catalogue.change(mug, shelf.seen(mug), shelf.stock("Mug", 20, 3));
        assertThat(catalogue.rewards())
                .extracting(reward -> reward.terms().price())
                .containsExactly(10L, 20L);
    }

    /** Two mugs, one of which goes while a manager writes about them. */
    @Test
    void whatWasRedeemedMeanwhileStaysOffTheStock() {
        long mug = catalogue.create(shelf.stock("Mug", 10, 2));
        Reward.Seen opened = shelf.seen(mug);
        desk.redeem(ann, mug, "r1");

        catalogue.change(mug, opened, shelf.described("Mug", "of clay", 2));
        assertThat(shelf.left(mug)).isOne();

        Reward.Seen again = shelf.seen(mug);
        desk.redeem(ann, mug, "r2");
        catalogue.change(mug, again, shelf.described("Mug", "of clay", 6));
        assertThat(shelf.left(mug)).isEqualTo(5);

        Reward.Seen full = shelf.seen(mug);
        desk.redeem(ann, mug, "r3");
        assertThatThrownBy(() -> catalogue.change(mug, full, shelf.described("Mug", "of clay", 0)))
                .isInstanceOf(StockGone.class)
                .hasMessageContaining("4");
        assertThat(shelf.left(mug)).isEqualTo(4);
    }

    @Test
    void nobodyWritesOverWhatSomebodyElseSaidOfAReward() {
        long mug = catalogue.create(shelf.stock("Mug", 10, 2));
        Reward.Seen opened = shelf.seen(mug);
        catalogue.change(mug, opened, shelf.stock("Mug", 20, 2));

        assertThatThrownBy(() -> catalogue.change(mug, opened, shelf.described("Mug", "of clay", 2)))
                .isInstanceOf(RewardChangedMeanwhile.class);
        assertThat(catalogue.reward(mug).terms().price()).isEqualTo(20);

        catalogue.change(mug, shelf.seen(mug), shelf.described("Mug", "of clay", 2));
        assertThat(catalogue.reward(mug).terms().description()).isEqualTo("of clay");
    }

    @ParameterizedTest
    @ValueSource(strings = {"AAA\0BBB", "\u0001", "AAA\nB\ufffdB"})
    void whatIsNoTextHoldsNoCodes(String lines) {
        long coupon = catalogue.create(shelf.codes("Coupon", 10));
        assertThatThrownBy(() -> catalogue.addCodes(coupon, lines)).isInstanceOf(CodesUnreadable.class);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
