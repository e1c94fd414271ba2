package io.wellspring.tags.web;

import io.wellspring.shared.Slice;
import io.wellspring.shared.UserId;
import io.wellspring.tags.CrowdCount;
import io.wellspring.tags.TagBook;
import io.wellspring.tags.TagCause;
import io.wellspring.tags.TagChange;
import io.wellspring.tags.TagDesk;
import io.wellspring.tags.UserTag;
import io.wellspring.users.UnknownUser;
import io.wellspring.users.UserDirectory;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The tags of one user, given and taken, and what became of them: a page of its own, and a part of the user's page. */
@Controller
@RequiredArgsConstructor
class UserTagsController {

    private static final String USER = "/users/{id:[1-9]\\d{0,17}}";
    private static final int PAGE_SIZE = 20;

    private final TagBook book;
    private final TagDesk desk;
    private final UserDirectory users;
    private final MessageSource messages;

    @GetMapping(USER + "/tags")
    String list(
            @PathVariable long id,
            @RequestParam(defaultValue = "1") int page,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean part,
            Model model) {
        UserId user = new UserId(id);
        model.addAttribute("user", users.card(user).orElseThrow(() -> new UnknownUser(user)));
        List<UserTag> tags = book.tagsOf(user);
        Slice<TagChange> changes = book.historyOf(user, page, PAGE_SIZE);
        model.addAttribute("tags", tags);
        model.addAttribute("groups", book.choices());
        model.addAttribute("changes", changes);
        model.addAttribute(
                "segmentNames",
                book.feederNames(Stream.concat(
                                tags.stream().flatMap(tag -> tag.segmentId().stream()),
                                changes.rows().stream()
                                        .filter(change -> change.cause() == TagCause.SEGMENT)
                                        .flatMap(change -> change.causeId().stream()))
                        .collect(Collectors.toSet())));
        model.addAttribute("tagsUrl", "/users/" + id + "/tags");
        model.addAttribute("part", part);
        return part ? "tags/user :: tags" : "tags/user";
    }

    /** @param from {@code user} goes back to the user's page, everything else to the page of the tags */
    @PostMapping(USER + "/tags")
    String give(
            @PathVariable long id,
            @RequestParam long tag,
            @RequestParam(defaultValue = "") String from,
            RedirectAttributes flash,
            Locale locale) {
        UserId user = known(id);
        CrowdCount count = desk.give(tag, user);
        String message =
                count.having() > 0 ? "tags.user.had" : count.losing() > 0 ? "tags.user.instead" : "tags.user.given";
        return done(message, tag, id, from, flash, locale);
    }

    @PostMapping(USER + "/tags/{tag:[1-9]\\d{0,17}}/removal")
    String take(
            @PathVariable long id,
            @PathVariable long tag,
            @RequestParam(defaultValue = "") String from,
            RedirectAttributes flash,
            Locale locale) {
        desk.take(tag, known(id));
        return done("tags.user.taken", tag, id, from, flash, locale);
    }

    private UserId known(long id) {
        UserId user = new UserId(id);
        if (users.card(user).isEmpty()) {
            throw new UnknownUser(user);
        }
        return user;
    }

    private String done(String message, long tag, long id, String from, RedirectAttributes flash, Locale locale) {
        String name = book.tag(tag).tag().name();
        flash.addFlashAttribute("done", messages.getMessage(message, new Object[] {name}, locale));
        return "redirect:/users/" + id + (from.equals("user") ? "" : "/tags");
    }
}
