package io.wellspring.users.web;

import io.wellspring.shared.UserId;
import io.wellspring.staff.ForManagers;
import io.wellspring.users.ContactMedium;
import io.wellspring.users.UnknownUser;
import io.wellspring.users.UserCard;
import io.wellspring.users.UserDirectory;
import io.wellspring.users.UserMerging;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Two users side by side, to be made one. */
@Controller
@ForManagers
@RequiredArgsConstructor
class MergePage {

    private static final int CANDIDATES = 10;

    private final UserDirectory users;
    private final UserMerging merging;
    private final MessageSource messages;

    /** With {@code other}, a user's number or identity, the two are shown; without, or where it fits several, it is asked for. */
    @GetMapping("/users/{id:[1-9]\\d{0,17}}/merges/new")
    String form(@PathVariable long id, @RequestParam(defaultValue = "") String other, Model model) {
        UserCard user = card(id);
        List<UserCard> found = find(other).stream()
                .filter(candidate -> !candidate.id().equals(user.id()))
                .toList();
        model.addAttribute("user", user);
        model.addAttribute("other", other);
        model.addAttribute("candidates", found);
        model.addAttribute("media", ContactMedium.values());
        return "users/merge";
    }

    @PostMapping("/users/{id:[1-9]\\d{0,17}}/merges")
    String merge(@PathVariable long id, @RequestParam long absorbed, RedirectAttributes flash, Locale locale) {
        merging.merge(new UserId(id), new UserId(absorbed));
        flash.addFlashAttribute(
                "done", messages.getMessage("users.merged", new Object[] {Long.toString(absorbed)}, locale));
        return "redirect:/users/" + id;
    }

    private UserCard card(long id) {
        UserId user = new UserId(id);
        return users.card(user).orElseThrow(() -> new UnknownUser(user));
    }

    private List<UserCard> find(String other) {
        String wanted = other.strip();
        if (wanted.isEmpty()) {
            return List.of();
        }
        Stream<UserCard> byNumber = wanted.matches("[1-9]\\d{0,17}")
                ? users.card(new UserId(Long.parseLong(wanted))).stream()
                : Stream.empty();
        Stream<UserCard> byIdentity = users.cards(users.search(wanted, CANDIDATES)).values().stream();
        return Stream.concat(byNumber, byIdentity).distinct().toList();
    }
}
