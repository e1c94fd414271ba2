package io.wellspring.profiles.web;

import io.wellspring.profiles.web.ListChoices.Chosen;
import io.wellspring.shared.UserId;
import io.wellspring.tags.Crowd;
import io.wellspring.tags.CrowdCount;
import io.wellspring.tags.TagBook;
import io.wellspring.tags.TagDesk;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A tag for those ticked in the user list, or for all it lets through: choosing it, seeing what it would do, doing it. */
@Controller
@RequiredArgsConstructor
class TaggingPage {

    /** The tag to give or take; {@code tag} is the list's own filter. */
    private static final String WHICH = "which";

    private final TagBook tags;
    private final TagDesk desk;
    private final MessageSource messages;
    private final ListChoices choices;

    /** What to do to the chosen users. */
    enum Doing {
        GIVE,
        TAKE;

        long touched(CrowdCount count) {
            return this == GIVE ? count.getting() : count.having();
        }
    }

    /** Without a tag it is asked for; with one, it says what would happen. */
    @GetMapping("/users/tagging")
    String form(
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestParam(defaultValue = "GIVE") Doing doing,
            @RequestParam(name = WHICH) Optional<Long> which,
            Model model,
            Locale locale) {
        return form(choices.read(parameters), doing, which, model, locale);
    }

    /** @param seen how many the form said it touches; others by now are asked for again */
    @PostMapping("/users/tagging")
    String tag(
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestParam Doing doing,
            @RequestParam(name = WHICH) long which,
            @RequestParam Optional<Long> seen,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash,
            Locale locale) {
        Chosen chosen = choices.read(parameters);
        long now = doing.touched(desk.count(which, crowd(chosen)));
        if (seen.filter(number -> number != now).isPresent()) {
            model.addAttribute("changed", true);
            response.setStatus(HttpStatus.CONFLICT.value());
            return form(chosen, doing, Optional.of(which), model, locale);
        }
        String name = tags.tag(which).tag().name();
        String done =
                switch (doing) {
                    case GIVE -> {
                        CrowdCount count = desk.give(which, crowd(chosen));
                        yield messages.getMessage(
                                "tags.crowd.given",
                                new Object[] {name, count.getting(), count.having(), count.losing()},
                                locale);
                    }
                    case TAKE ->
                        messages.getMessage(
                                "tags.crowd.taken", new Object[] {name, desk.take(which, crowd(chosen))}, locale);
                };
        flash.addFlashAttribute("done", done);
        return "redirect:" + chosen.back();
    }

    private String form(Chosen chosen, Doing doing, Optional<Long> which, Model model, Locale locale) {
        model.addAttribute("whom", choices.said(chosen, locale));
        model.addAttribute("chosen", chosen);
        model.addAttribute("doing", doing);
        model.addAttribute("which", which.orElse(null));
        model.addAttribute("groups", tags.choices());
        which.ifPresent(tag -> {
            CrowdCount count = desk.count(tag, crowd(chosen));
            model.addAttribute("tag", tags.tag(tag));
            model.addAttribute("count", count);
            model.addAttribute("touched", doing.touched(count));
        });
        return "profiles/tagging";
    }

    private Crowd crowd(Chosen chosen) {
        if (!chosen.ticked().isEmpty()) {
            return new Crowd(
                    Map.of(
                            "selected",
                            Integer.toString(chosen.ticked().size()),
                            "ticked",
                            chosen.ticked().stream().map(UserId::toString).collect(Collectors.joining(", "))),
                    choices.users(chosen));
        }
        UserListAddress address = chosen.address();
        Map<String, String> chosenBy = new LinkedHashMap<>();
        address.values().forEach((field, value) -> chosenBy.put(field.parameter(), value));
        chosenBy.putAll(address.narrowings());
        chosenBy.put("selected", address.query().isPresent() ? "search" : "list");
        return new Crowd(chosenBy, choices.users(chosen));
    }
}
