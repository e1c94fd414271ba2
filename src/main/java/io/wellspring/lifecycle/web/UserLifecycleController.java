package io.wellspring.lifecycle.web;

import io.wellspring.lifecycle.CurrentStages;
import io.wellspring.lifecycle.LifecycleReading;
import io.wellspring.lifecycle.NoSuchLife;
import io.wellspring.lifecycle.StageRange;
import io.wellspring.shared.UserId;
import java.time.LocalDate;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;

/** The life of one user: a page of its own, and a part of the user's page. */
@Controller
@RequiredArgsConstructor
class UserLifecycleController {

    private static final int SHOWN_IN_PART = 6;

    private final LifecycleReading reading;

    @GetMapping("/users/{id:[1-9]\\d{0,17}}/lifecycle")
    String life(
            @PathVariable long id,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean part,
            Model model) {
        UserId user = new UserId(id);
        LocalDate asOf = reading.current().map(CurrentStages::asOf).orElseThrow(() -> new NoSuchLife(user));
        List<StageRange> life = reading.life(user);
        if (life.isEmpty()) {
            throw new NoSuchLife(user);
        }
        model.addAttribute("userId", id);
        model.addAttribute("asOf", asOf);
        List<StageRange> past =
                life.stream().filter(range -> !range.since().isAfter(asOf)).toList();
        model.addAttribute("past", part ? past.stream().limit(SHOWN_IN_PART).toList() : past);
        model.addAttribute("stages", past.size());
        model.addAttribute(
                "coming",
                life.reversed().stream()
                        .filter(range -> range.since().isAfter(asOf))
                        .toList());
        return part ? "lifecycle/life :: life" : "lifecycle/life";
    }
}
