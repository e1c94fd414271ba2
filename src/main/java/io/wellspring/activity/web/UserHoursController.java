package io.wellspring.activity.web;

import io.wellspring.activity.ActivityHours;
import io.wellspring.activity.ActivityLog;
import io.wellspring.shared.UserId;
import io.wellspring.shared.WellspringProperties;
import io.wellspring.users.UnknownUser;
import io.wellspring.users.UserDirectory;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;

/** When in the week one user orders and does things: a page of its own, and a part of the user's page. */
@Controller
@RequiredArgsConstructor
class UserHoursController {

    private static final int DEEPEST = 5;

    private final ActivityLog log;
    private final UserDirectory users;
    private final WellspringProperties properties;

    /** @param hour null for what is only known by its day */
    record Cell(@Nullable Integer hour, long times, int depth) {}

    record Day(DayOfWeek day, List<Cell> cells) {}

    @GetMapping("/users/{id:[1-9]\\d{0,17}}/hours")
    String hours(
            @PathVariable long id,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean part,
            Model model) {
        UserId user = new UserId(id);
        ActivityHours hours = log.hoursOf(user);
        List<Day> days = IntStream.range(0, 7)
                .mapToObj(ahead -> day(properties.weekStart().plus(ahead), hours))
                .toList();
        model.addAttribute("user", users.card(user).orElseThrow(() -> new UnknownUser(user)));
        model.addAttribute("hours", hours);
        model.addAttribute("days", days);
        model.addAttribute("zone", properties.zone().getId());
        model.addAttribute("busiest", busiest(days).orElse(null));
        return part ? "activity/hours :: hours" : "activity/hours";
    }

    record Busiest(DayOfWeek day, int from, int to, long times) {}

    private static Day day(DayOfWeek day, ActivityHours hours) {
        List<Cell> known = IntStream.range(0, hours.someWithHour() ? 24 : 0)
                .mapToObj(hour -> cell(hour, hours.at(day, hour), hours.most()))
                .toList();
        return new Day(
                day,
                hours.someWithoutHour()
                        ? IntStream.rangeClosed(0, known.size())
                                .mapToObj(at -> at < known.size()
                                        ? known.get(at)
                                        : cell(null, hours.withoutHour(day), hours.most()))
                                .toList()
                        : known);
    }

    private static Cell cell(@Nullable Integer hour, long times, long most) {
        return new Cell(hour, times, most == 0 ? 0 : (int) Math.ceilDiv(DEEPEST * times, most));
    }

    /** The one slot that stands out; none where several are alike. */
    private static Optional<Busiest> busiest(List<Day> days) {
        List<Busiest> known = days.stream()
                .flatMap(day -> day.cells().stream()
                        .filter(cell -> cell.hour() != null && cell.times() > 1)
                        .map(cell -> busiest(day.day(), cell)))
                .toList();
        long most = known.stream().mapToLong(Busiest::times).max().orElse(0);
        List<Busiest> top = known.stream().filter(one -> one.times() == most).toList();
        return top.size() == 1 ? Optional.of(top.getFirst()) : Optional.empty();
    }

    private static Busiest busiest(DayOfWeek day, Cell cell) {
        int hour = cell.hour() == null ? 0 : cell.hour();
        return new Busiest(day, hour, hour + 1, cell.times());
    }
}
