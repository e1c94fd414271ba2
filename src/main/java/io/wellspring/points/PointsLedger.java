package io.wellspring.points;

import io.wellspring.shared.BusinessClock;
import io.wellspring.shared.UserId;
import io.wellspring.staff.CurrentStaff;
import io.wellspring.staff.ForManagers;
import io.wellspring.staff.ForManagersAndPointsTokens;
import io.wellspring.staff.ForOperatorsAndPointsTokens;
import io.wellspring.staff.ForOperatorsAndShopTokens;
import io.wellspring.staff.StaffMember;
import io.wellspring.users.UnknownUser;
import io.wellspring.users.UserMerging;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The ledger of points. Whoever writes holds the user's account, so that nobody is overdrawn by two at once. Every write has a business
 * key: asked for again with the same contents, it answers with what was written the first time; with others it is refused with
 * {@link KeyTaken}. A user who was merged into another is written for as the one who stands for them.
 */
@Service
@RequiredArgsConstructor
@ForOperatorsAndPointsTokens
@Transactional
public class PointsLedger {

    private final PointsBatch batch;
    private final PointsQueries queries;
    private final UserMerging merging;
    private final CurrentStaff staff;
    private final BusinessClock clock;

    /**
     * Gives points, as a lot of its own. What is owed is settled from them first.
     *
     * @throws UnknownUser if there is no such user
     * @throws KeyTaken if the key stands for something else
     * @throws ExpiresBeforeItBegins if the points would be over before they can be spent
     */
    @ForManagersAndPointsTokens
    public Posting earn(Earning earning) {
        return bring(earning);
    }

    /** Gives points by a rule of ours, whoever set it off. */
    @ForOperatorsAndShopTokens
    Posting bring(Earning earning) {
        PostedEntry.Lot lot =
                new PostedEntry.Lot(earning.availableFrom(), earning.expiry().lastDay(earning.availableFrom()));
        return bringIn(
                EntryKind.EARN,
                hold(earning.user()),
                earning.amount(),
                lot,
                writing(earning.key(), earning.day(), earning.cause()));
    }

    /**
     * Takes points, from the lots that can be spent on the day, the soonest to expire first.
     *
     * @throws InsufficientPoints if there are fewer, less what is owed
     * @throws UnknownUser if there is no such user
     * @throws KeyTaken if the key stands for something else
     */
    public Posting spend(Spending spending) {
        return draw(
                EntryKind.SPEND,
                hold(spending.user()),
                spending.amount(),
                writing(spending.key(), spending.day(), spending.cause()));
    }

    /**
     * Takes an earning back: from what is left of its own lot; what had expired is waived; what was spent becomes debt, which whatever
     * comes in next settles.
     *
     * @throws UnknownPosting if nothing was earned under the key
     * @throws MoreThanIsLeft if less of it is left to take back
     * @throws NothingLeft if all of it was taken back
     * @throws KeyTaken if the key stands for something else
     */
    @ForManagersAndPointsTokens
    public Posting reverseEarn(Reversal reversal) {
        return takeBack(reversal);
    }

    /** Takes back what {@link #bring} gave, whoever set it off. */
    @ForOperatorsAndShopTokens
    Posting takeBack(Reversal reversal) {
        return reverse(EntryKind.REVERSE_EARN, EntryKind.EARN, reversal);
    }

    /**
     * Gives a spending back to its own lots, what was drawn last first; lots whose time is over keep it until the next expiry only. What
     * is owed is settled from it.
     *
     * @throws UnknownPosting if nothing was spent under the key
     * @throws MoreThanIsLeft if less of it is left to give back
     * @throws NothingLeft if all of it was given back
     * @throws KeyTaken if the key stands for something else
     */
    public Posting reverseSpend(Reversal reversal) {
        return reverse(EntryKind.REVERSE_SPEND, EntryKind.SPEND, reversal);
    }

    /**
     * Puts right, up or down. How much a manager may without a second one is {@link PointsAdjustments}' business.
     *
     * @throws InsufficientPoints if it would take more than there is
     * @throws UnknownUser if there is no such user
     * @throws KeyTaken if the key stands for something else
     * @throws ExpiresBeforeItBegins if the points would be over before they can be spent
     */
    @ForManagers
    public Posting adjust(Adjustment adjustment) {
        PointsWriting writing = writing(adjustment.key(), adjustment.day(), adjustment.cause());
        if (!adjustment.amount().isPositive()) {
            return draw(
                    EntryKind.ADJUST,
                    hold(adjustment.user()),
                    adjustment.amount().negated(),
                    writing);
        }
        PostedEntry.Lot lot =
                new PostedEntry.Lot(adjustment.day(), adjustment.expiry().lastDay(adjustment.day()));
        return bringIn(EntryKind.ADJUST, hold(adjustment.user()), adjustment.amount(), lot, writing);
    }

    /** What a user has on a day; nothing where there never was anything. */
    @Transactional(readOnly = true)
    public Balance balance(UserId user, LocalDate day) {
        return queries.balance(user, day).orElse(Balance.NOTHING);
    }

    /** The lots of a user that have something left, in the order they are spent. */
    @Transactional(readOnly = true)
    public List<Lot> lots(UserId user) {
        return queries.lots(user);
    }

    /**
     * A user's ledger, the latest entry first.
     *
     * @param before the entry to go on below
     */
    @Transactional(readOnly = true)
    public Statement statement(UserId user, Optional<Long> before, int size) {
        return queries.statement(user, before, size);
    }

    /** The business day of what was written under a key, for who asks again on another; empty if nothing was. */
    @Transactional(readOnly = true)
    public Optional<LocalDate> dayOf(BusinessKey key) {
        return batch.posted(key).map(PostedEntry::day);
    }

    /** Holds the account of a user, or of who stands for them by now, until the transaction ends. */
    UserId hold(UserId asked) {
        UserId user = asked;
        while (!batch.lock(user)) {
            batch.open(user);
            if (batch.lock(user)) {
                return user;
            }
            user = merging.survivorOf(user).orElseThrow(() -> new UnknownUser(asked));
        }
        return user;
    }

    /** What was written under a key, with its cause; empty if nothing was. */
    Optional<PostedEntry> under(BusinessKey key) {
        return batch.posted(key);
    }

    /** Whether something was written under a key. */
    boolean stands(BusinessKey key) {
        return batch.posted(key).isPresent();
    }

    private Posting bringIn(EntryKind kind, UserId user, Points amount, PostedEntry.Lot lot, PointsWriting writing) {
        batch.bringIn(user, kind, amount, lot, writing);
        return posted(writing, entry -> entry.isEarning(kind, user, amount, writing, lot))
                .orElseThrow();
    }

    private Posting draw(EntryKind kind, UserId user, Points amount, PointsWriting writing) {
        return batch.draw(user, kind, amount, writing)
                .or(() -> posted(writing, entry -> entry.isDrawing(kind, user, amount, writing)))
                .orElseThrow(() -> new InsufficientPoints(amount, balance(user, writing.day())));
    }

    private Posting reverse(EntryKind kind, EntryKind originalKind, Reversal reversal) {
        Posting original = original(originalKind, reversal.original());
        UserId user = hold(original.user());
        PointsWriting writing = writing(reversal.key(), reversal.day(), reversal.cause());
        batch.reverse(kind, user, original.entryId(), reversal.amount(), writing);
        return posted(writing, entry -> entry.isReversal(kind, user, reversal, writing))
                .orElseThrow(() -> {
                    Points left = batch.left(kind, user, original.entryId());
                    return left.isPositive()
                            ? new MoreThanIsLeft(
                                    reversal.original(), reversal.amount().orElse(left), left)
                            : new NothingLeft(reversal.original());
                });
    }

    private Posting original(EntryKind kind, BusinessKey key) {
        return batch.posted(key)
                .map(PostedEntry::posting)
                .filter(posting -> posting.kind() == kind)
                .orElseThrow(() -> new UnknownPosting(key));
    }

    /** What stands under the key by now; empty if nothing does. */
    private Optional<Posting> posted(PointsWriting writing, Predicate<PostedEntry> same) {
        Optional<PostedEntry> found = batch.posted(writing.key());
        found.filter(same.negate()).ifPresent(other -> {
            throw new KeyTaken(writing.key());
        });
        return found.map(PostedEntry::posting);
    }

    private PointsWriting writing(BusinessKey key, LocalDate day, Cause cause) {
        return new PointsWriting(
                key,
                day,
                cause,
                clock.now(),
                staff.find().map(StaffMember::id),
                staff.name().orElse("system"));
    }
}
