package io.wellspring.activity.web;

import io.wellspring.activity.ActivityLog;
import io.wellspring.shared.UserId;
import io.wellspring.users.UnknownUser;
import io.wellspring.users.UserDirectory;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What one user did besides buying. */
@Controller
@RequiredArgsConstructor
class UserActivityController {

    private static final int PAGE_SIZE = 50;

    private final ActivityLog log;
    private final UserDirectory users;

    @GetMapping("/users/{id:[1-9]\\d{0,17}}/activity")
    String list(@PathVariable long id, @RequestParam(defaultValue = "1") int page, Model model) {
        UserId user = new UserId(id);
        model.addAttribute("user", users.card(user).orElseThrow(() -> new UnknownUser(user)));
        model.addAttribute("activity", log.activityOf(user, page, PAGE_SIZE));
        model.addAttribute("activityUrl", "/users/" + id + "/activity");
        return "activity/activity";
    }
}
