package io.wellspring.tags.web;

import io.wellspring.tags.TagBook;
import io.wellspring.tags.TagGroup;
import io.wellspring.users.UserDirectory;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Which tags there are, how many users have them, and how far they reach. */
@Controller
@RequiredArgsConstructor
class TagPage {

    private final TagBook book;
    private final UserDirectory users;

    @GetMapping("/tags")
    String list(Model model) {
        List<TagGroup> groups = book.groups();
        model.addAttribute("groups", groups);
        model.addAttribute("users", users.count());
        model.addAttribute(
                "total", groups.stream().mapToInt(group -> group.tags().size()).sum());
        return "tags/list";
    }

    @GetMapping("/tags/coverage")
    String coverage(Model model) {
        model.addAttribute("coverage", book.coverage(users.count()));
        return "tags/coverage";
    }
}
