package io.wellspring.tags.web;

import io.wellspring.shared.Refusal;
import io.wellspring.shared.web.SideBySide;
import io.wellspring.shared.web.Touched;
import io.wellspring.staff.ForManagers;
import io.wellspring.tags.Tag;
import io.wellspring.tags.TagBook;
import io.wellspring.tags.TagCatalogue;
import io.wellspring.tags.TagChangedMeanwhile;
import io.wellspring.tags.TagDetail;
import io.wellspring.tags.TagGroup;
import io.wellspring.tags.TagImpact;
import io.wellspring.tags.TagOwner;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One tag: made, changed, merged into another and deleted; the last two only after showing what they touch. */
@Controller
@ForManagers
@RequiredArgsConstructor
class TagController {

    private static final String ID = "/tags/{id:[1-9]\\d{0,17}}";

    private final TagBook book;
    private final TagCatalogue catalogue;
    private final MessageSource messages;

    @GetMapping("/tags/new")
    String form(@RequestParam(defaultValue = "") String group, Model model) {
        model.addAttribute("form", TagForm.startingIn(group));
        return page(model);
    }

    @PostMapping("/tags")
    String create(
            @ModelAttribute("form") TagForm form,
            BindingResult typed,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash,
            Locale locale) {
        if (!typed.hasErrors()) {
            try {
                catalogue.create(form.draft());
                return done("tags.created", locale, flash, form.name());
            } catch (Refusal refusal) {
                Typed.refuse(refusal, typed);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(model);
    }

    @GetMapping(ID)
    String show(@PathVariable long id, Model model) {
        TagDetail tag = book.tag(id);
        model.addAttribute("tag", tag);
        model.addAttribute("form", TagForm.of(tag));
        return page(model);
    }

    @PostMapping(ID)
    String change(
            @PathVariable long id,
            @ModelAttribute("form") TagForm form,
            BindingResult typed,
            @RequestParam(defaultValue = Touched.UNTOLD) Touched touched,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash,
            Locale locale) {
        if (!typed.hasErrors()) {
            try {
                catalogue.change(id, form.draft(), Typed.text(form.seen()));
                return done("tags.changed", locale, flash, form.name());
            } catch (TagChangedMeanwhile refusal) {
                TagDetail stored = book.tag(id);
                model.addAttribute("tag", stored);
                TagForm there = TagForm.of(stored);
                TagForm kept = touched.over(there, form);
                model.addAttribute("form", kept);
                model.addAttribute("beside", beside(there, kept, locale));
                response.setStatus(HttpStatus.CONFLICT.value());
                return page(model);
            } catch (Refusal refusal) {
                Typed.refuse(refusal, typed);
            }
        }
        model.addAttribute("tag", book.tag(id));
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(model);
    }

    /** With {@code into} it says what merging would touch; without, it asks for it. */
    @GetMapping(ID + "/merge")
    String merge(@PathVariable long id, @RequestParam Optional<Long> into, Model model) {
        model.addAttribute("tag", book.tag(id));
        model.addAttribute("groups", book.choices());
        model.addAttribute("into", into.orElse(null));
        into.ifPresent(survivor -> {
            model.addAttribute("survivor", book.tag(survivor));
            model.addAttribute("impact", catalogue.impactOfMerge(survivor, id));
        });
        return "tags/merge";
    }

    @PostMapping(ID + "/merge")
    String mergeInto(@PathVariable long id, @RequestParam long into, RedirectAttributes flash, Locale locale) {
        String name = book.tag(id).tag().name();
        TagImpact impact = catalogue.merge(into, id);
        return done("tags.merged", locale, flash, name, book.tag(into).tag().name(), impact.users() - impact.having());
    }

    @GetMapping(ID + "/deletion")
    String deletion(@PathVariable long id, Model model) {
        model.addAttribute("tag", book.tag(id));
        model.addAttribute("impact", catalogue.impactOfDeletion(id));
        return "tags/deletion";
    }

    @PostMapping(ID + "/deletion")
    String delete(@PathVariable long id, RedirectAttributes flash, Locale locale) {
        String name = book.tag(id).tag().name();
        return done("tags.deleted", locale, flash, name, catalogue.delete(id).users());
    }

    /** What is stored by now where something else was typed. */
    private List<SideBySide.Field> beside(TagForm stored, TagForm typed, Locale locale) {
        Map<String, String> groups = book.groupNames().stream()
                .collect(Collectors.toMap(group -> Long.toString(group.id()), TagGroup::name));
        Map<String, String> owners = catalogue.owners().stream()
                .collect(Collectors.toMap(owner -> Long.toString(owner.staffId()), TagOwner::name));
        return new SideBySide(messages, locale)
                .text("tags.name", stored.name(), typed.name())
                .text("tags.group", named(stored.groupId(), groups), named(typed.groupId(), groups))
                .text("tags.colour", colour(stored, locale), colour(typed, locale))
                .text("tags.description", stored.description(), typed.description())
                .text("tags.owner", named(stored.ownerId(), owners), named(typed.ownerId(), owners))
                .text("tags.lifetime-days", stored.lifetimeDays(), typed.lifetimeDays())
                .fields();
    }

    private static String named(@Nullable String id, Map<String, String> names) {
        return names.getOrDefault(Typed.text(id), "");
    }

    private String colour(TagForm form, Locale locale) {
        return messages.getMessage("tags.colour-of", new Object[] {Typed.text(form.colour())}, locale);
    }

    private String page(Model model) {
        model.addAttribute("groups", book.groupNames());
        model.addAttribute("owners", catalogue.owners());
        model.addAttribute("colours", Tag.COLOURS);
        return "tags/form";
    }

    private String done(String message, Locale locale, RedirectAttributes flash, Object... facts) {
        flash.addFlashAttribute("done", messages.getMessage(message, facts, locale));
        return "redirect:/tags";
    }
}
