package io.wellspring.imports.web;

import io.wellspring.imports.DemoData;
import io.wellspring.jobs.JobRun;
import io.wellspring.jobs.JobRunner;
import io.wellspring.users.UserDirectory;
import java.util.Optional;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** The two ways on from an empty Wellspring: one's own file, or fictional users to explore with. */
@Controller
@RequiredArgsConstructor
class WelcomeController {

    private final DemoData demo;
    private final JobRunner jobs;
    private final UserDirectory users;

    @GetMapping("/welcome")
    String show(Model model) {
        Optional<JobRun> run = Stream.of("imports.demo-load", "imports.demo-remove")
                .flatMap(job -> jobs.latest(job, DemoData.SUBJECT).stream())
                .filter(found -> !found.isOver()
                        || found.error().isPresent()
                        || found.errorReference().isPresent())
                .findFirst();
        model.addAttribute("run", run.orElse(null));
        model.addAttribute("users", users.count());
        return "imports/welcome";
    }

    @PostMapping("/demo")
    String load() {
        demo.load();
        return "redirect:/welcome";
    }

    @PostMapping("/demo/removal")
    String remove() {
        demo.remove();
        return "redirect:/welcome";
    }
}
