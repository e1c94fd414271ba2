package io.wellspring.profiles.web;

import io.wellspring.shared.UserId;
import io.wellspring.users.UnknownUser;
import io.wellspring.users.UserDirectory;
import io.wellspring.users.UserMerging;
import java.util.Locale;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** A user's line: a page of its own, and the parts of it that the user's page asks for. */
@Controller
@RequiredArgsConstructor
class TimelineController {

    private final TimelineView view;
    private final UserDirectory users;
    private final UserMerging merging;

    /** @param before the place of the entry after which to go on; with htmx only what lies behind it is given */
    @GetMapping("/users/{id:[1-9]\\d{0,17}}/timeline")
    String list(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String before,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean part,
            Locale locale,
            Model model) {
        UserId user = new UserId(id);
        Optional<UserId> survivor = merging.survivorOf(user);
        if (survivor.isPresent()) {
            return "redirect:/users/" + survivor.get() + "/timeline";
        }
        model.addAttribute("user", users.card(user).orElseThrow(() -> new UnknownUser(user)));
        view.show(user, kind, before, locale, model);
        if (part) {
            return before.isEmpty() ? "profiles/timeline :: timeline" : "profiles/timeline :: entries";
        }
        return "profiles/timeline";
    }
}
