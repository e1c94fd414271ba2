package io.wellspring.activity;

import io.wellspring.shared.BusinessClock;
import io.wellspring.shared.Slice;
import io.wellspring.shared.UserId;
import io.wellspring.staff.ForAdmins;
import io.wellspring.staff.ForOperators;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The dated facts about users: reading what a user bought and did, and taking in behaviour. */
@Service
@RequiredArgsConstructor
@Transactional(readOnly = true)
public class ActivityLog {

    private final ActivityQueries queries;
    private final BehaviourBatch behaviour;
    private final BusinessClock clock;

    /** The business date of the last order, if there is any. */
    @ForOperators
    public Optional<LocalDate> lastOrderDay() {
        return queries.lastOrder().map(clock::dateOf);
    }

    /** A user's orders and refunds, the newest first. */
    @ForOperators
    public Slice<OrderEntry> ordersOf(UserId user, int page, int size) {
        return queries.orders(user, page, size);
    }

    /** What a user did, the newest first. */
    @ForOperators
    public Slice<ActivityEntry> activityOf(UserId user, int page, int size) {
        return queries.activity(user, page, size);
    }

    /** When in the week a user orders and does things; what was given back does not count. */
    @ForOperators
    public ActivityHours hoursOf(UserId user) {
        return queries.hours(user, clock.zone());
    }

    /** Takes in behaviour, all or nothing, and returns how many rows found their user. */
    @ForAdmins
    @Transactional
    public long take(long intakeId, Consumer<Consumer<BehaviourRow>> source, boolean demo) {
        return behaviour.take(intakeId, source, demo);
    }

    /** Removes every fictional behaviour. */
    @ForAdmins
    @Transactional
    public long removeDemo() {
        return behaviour.removeDemo();
    }
}
