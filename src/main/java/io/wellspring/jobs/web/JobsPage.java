package io.wellspring.jobs.web;

import io.wellspring.jobs.JobFilter;
import io.wellspring.jobs.JobRun;
import io.wellspring.jobs.JobRunner;
import io.wellspring.jobs.NoSuchRun;
import io.wellspring.jobs.State;
import io.wellspring.shared.BusinessClock;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Background work: what waits, runs, and what became of the rest. */
@Controller
@RequestMapping("/jobs")
@RequiredArgsConstructor
class JobsPage {

    private final JobRunner runner;
    private final BusinessClock clock;

    @ModelAttribute("now")
    Instant now() {
        return clock.now();
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String job,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        Optional<State> chosen = List.of(State.values()).stream()
                .filter(one -> one.name().equals(state))
                .findFirst();
        Optional<String> named = Optional.of(job).filter(runner.jobs()::contains);
        model.addAttribute("runs", runner.runs(new JobFilter(chosen, named), Math.clamp(page, 1, 1_000_000)));
        model.addAttribute("state", chosen.map(State::name).orElse(""));
        model.addAttribute("job", named.orElse(""));
        model.addAttribute("states", State.values());
        model.addAttribute("jobs", runner.jobs());
        return "jobs/list";
    }

    @GetMapping("/{id}")
    String show(@PathVariable long id, Model model) {
        model.addAttribute("run", run(id));
        return "jobs/show";
    }

    /** The card alone; when the run is over, the page around it is loaded anew to show what came of it. */
    @GetMapping("/{id}/card")
    String card(
            @PathVariable long id,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean part,
            Model model,
            HttpServletResponse response) {
        JobRun run = run(id);
        model.addAttribute("run", run);
        if (part && run.isOver()) {
            response.setHeader("HX-Refresh", "true");
        }
        return "jobs/_card :: card(run=${run})";
    }

    @PostMapping("/{id}/retry")
    String retry(@PathVariable long id) {
        return "redirect:/jobs/" + runner.retry(id);
    }

    private JobRun run(long id) {
        return runner.find(id).orElseThrow(NoSuchRun::new);
    }
}
