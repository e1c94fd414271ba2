package io.wellspring.profiles.web;

import io.wellspring.shared.web.Choices;
import io.wellspring.shared.web.Choices.Choice;
import io.wellspring.shared.web.Format;
import io.wellspring.shared.web.Markup;
import io.wellspring.shared.web.Written;
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
    private record Group(String name, Choices tags) implements Written {

        @Override
        public void write(Markup markup) {
            markup.html("<optgroup label=\"").text(name).html("\">");
            tags.write(markup);
            markup.html("</optgroup>");
        }
    }

    /** What the filter offers, with counts. */
    @GetMapping("/users/tag-choices")
    String counted(@RequestParam(defaultValue = "") String tag, Locale locale, Model model) {
        show(true, tag, locale, model);
        return "profiles/_tags :: choices";
    }

    /**
     * Offers the tags.
     *
     * @return whether there are any
     */
    boolean show(boolean counted, String chosen, Locale locale, Model model) {
        List<Group> groups = counted ? countedGroups(chosen, locale) : groups(chosen, locale);
        Choices whichever = new Choices(
                List.of(
                        new Choice("", text("profiles.tag.whatever", locale)),
                        new Choice("ANY", text("profiles.tag.some", locale)),
                        new Choice("NONE", text("profiles.tag.nothing", locale))),
                chosen);
        model.addAttribute("tagChoices", (Written) markup -> {
            whichever.write(markup);
            groups.forEach(group -> group.write(markup));
        });
        model.addAttribute("tagsCounted", counted);
        return !groups.isEmpty();
    }

    private List<Group> countedGroups(String chosen, Locale locale) {
        return tags.groups().stream()
                .filter(group -> !group.tags().isEmpty())
                .map(group -> group(
                        group.id(),
                        group.name(),
                        group.tags().stream()
                                .map(use -> new Choice(
                                        Long.toString(use.tag().id()),
                                        use.tag().name() + " (" + format.count(use.users()) + ")")),
                        chosen,
                        locale))
                .toList();
    }

    private List<Group> groups(String chosen, Locale locale) {
        return tags.choices().stream()
                .map(group -> group(
                        group.id(),
                        group.group(),
                        group.tags().stream().map(tag -> new Choice(Long.toString(tag.id()), tag.name())),
                        chosen,
                        locale))
                .toList();
    }

    private Group group(long id, String name, Stream<Choice> tags, String chosen, Locale locale) {
        Choice any = new Choice("G" + id, text("profiles.tag.of-group", locale, name));
        return new Group(name, new Choices(Stream.concat(Stream.of(any), tags).toList(), chosen));
    }

    private String text(String code, Locale locale, Object... arguments) {
        return messages.getMessage(code, arguments, locale);
    }
}
