package io.wellspring.segments.web;

import io.wellspring.segments.SegmentBook;
import io.wellspring.shared.UserId;
import io.wellspring.users.UnknownUser;
import io.wellspring.users.UserDirectory;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;

/** The segments of one user: a page of its own, and a part of the user's page. */
@Controller
@RequiredArgsConstructor
class UserSegmentsController {

    private final SegmentBook book;
    private final UserDirectory users;

    @GetMapping("/users/{id:[1-9]\\d{0,17}}/segments")
    String segments(
            @PathVariable long id,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean part,
            Model model) {
        UserId user = new UserId(id);
        model.addAttribute("user", users.card(user).orElseThrow(() -> new UnknownUser(user)));
        model.addAttribute("present", book.segmentsOf(user));
        model.addAttribute("former", book.formerSegmentsOf(user));
        return part ? "segments/user :: segments" : "segments/user";
    }
}
