package io.wellspring.lifecycle;

import io.wellspring.shared.UserId;
import io.wellspring.staff.ForOperators;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads the ranges {@link LifecycleStaging} keeps, as of any day. */
@Service
@ForOperators
@Transactional(readOnly = true)
@RequiredArgsConstructor
public class LifecycleReading {

    private final LifecycleQueries queries;

    /** What the ranges are about; empty before the first run. */
    public Optional<CurrentStages> current() {
        return queries.current();
    }

    /** How many users stand in each stage at the end of a day; stages with nobody in them are left out. */
    public Map<Stage, Long> count(LocalDate day) {
        return queries.count(day);
    }

    /** Where the users of one day are on a later one, those who stayed included. */
    public List<StageFlow> flow(LocalDate from, LocalDate to) {
        List<StageFlow> moved = queries.moved(from, to);
        Map<Stage, Long> stayed = new EnumMap<>(Stage.class);
        stayed.putAll(queries.count(from));
        moved.forEach(flow -> flow.from().ifPresent(stage -> stayed.merge(stage, -flow.users(), Long::sum)));
        moved.forEach(flow -> flow.from()
                .filter(stage -> stage == flow.to())
                .ifPresent(stage -> stayed.merge(stage, flow.users(), Long::sum)));
        List<StageFlow> flows = new ArrayList<>();
        stayed.forEach((stage, users) -> {
            if (users > 0) {
                flows.add(new StageFlow(Optional.of(stage), stage, users));
            }
        });
        moved.stream()
                .filter(flow -> flow.from().filter(stage -> stage == flow.to()).isEmpty())
                .forEach(flows::add);
        return flows;
    }

    /** How often users left which stage after {@code from} and up to {@code to}, for which one, and after how many days. */
    public List<StageExit> exits(LocalDate from, LocalDate to) {
        return queries.exits(from, to);
    }

    /** One user's life, the latest first; ranges after today are what will be without another order. */
    public List<StageRange> life(UserId user) {
        return queries.life(user);
    }
}
