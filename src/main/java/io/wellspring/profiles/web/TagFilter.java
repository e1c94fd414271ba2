package io.wellspring.profiles.web;

import io.wellspring.shared.web.Format;
import io.wellspring.tags.TagBook;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The tags the list of users can be narrowed to: at once with how many users have each, or counted when somebody reaches for them. */
@Controller
@RequiredArgsConstructor
class TagFilter {

    private final TagBook tags;
    private final MessageSource messages;
    private final Format format;

    /** All tags of one group under its name. */
    record Group(String name, List<Choice> choices) {}

    record Choice(String value, String text) {}

    /** What the filter offers, with counts. */
    @GetMapping("/users/tag-choices")
    String counted(@RequestParam(defaultValue = "") String tag, Locale locale, Model model) {
        show(true, locale, model);
        model.addAttribute("chosenTag", tag);
        return "profiles/_tags :: choices";
    }

    void show(boolean counted, Locale locale, Model model) {
        model.addAttribute("tagGroups", counted ? countedGroups(locale) : groups(locale));
        model.addAttribute("tagsCounted", counted);
    }

    private List<Group> countedGroups(Locale locale) {
        return tags.groups().stream()
                .filter(group -> !group.tags().isEmpty())
                .map(group -> group(
                        group.id(),
                        group.name(),
                        group.tags().stream()
                                .map(use -> new Choice(
                                        Long.toString(use.tag().id()),
                                        use.tag().name() + " (" + format.count(use.users()) + ")")),
                        locale))
                .toList();
    }

    private List<Group> groups(Locale locale) {
        return tags.choices().stream()
                .map(group -> group(
                        group.id(),
                        group.group(),
                        group.tags().stream().map(tag -> new Choice(Long.toString(tag.id()), tag.name())),
                        locale))
                .toList();
    }

    private Group group(long id, String name, Stream<Choice> choices, Locale locale) {
        Choice any = new Choice("G" + id, messages.getMessage("profiles.tag.of-group", new Object[] {name}, locale));
        return new Group(name, Stream.concat(Stream.of(any), choices).toList());
    }
}
