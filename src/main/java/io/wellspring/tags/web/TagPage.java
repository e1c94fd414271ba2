package io.wellspring.tags.web;

import io.wellspring.tags.TagBook;
import io.wellspring.tags.TagGroup;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Which tags there are, and how many users have them. */
@Controller
@RequiredArgsConstructor
class TagPage {

    private final TagBook book;

    @GetMapping("/tags")
    String list(Model model) {
        List<TagGroup> groups = book.groups();
        model.addAttribute("groups", groups);
        model.addAttribute(
                "total", groups.stream().mapToInt(group -> group.tags().size()).sum());
        return "tags/list";
    }
}
