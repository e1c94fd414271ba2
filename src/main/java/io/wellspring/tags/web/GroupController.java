package io.wellspring.tags.web;

import io.wellspring.shared.Refusal;
import io.wellspring.shared.web.SideBySide;
import io.wellspring.shared.web.Touched;
import io.wellspring.staff.ForManagers;
import io.wellspring.tags.Choice;
import io.wellspring.tags.GroupChangedMeanwhile;
import io.wellspring.tags.TagBook;
import io.wellspring.tags.TagCatalogue;
import io.wellspring.tags.TagGroup;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
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

/** Groups of tags, made, changed and deleted. */
@Controller
@ForManagers
@RequiredArgsConstructor
class GroupController {

    private static final String ID = "{id:[1-9]\\d{0,17}}";

    private final TagBook book;
    private final TagCatalogue catalogue;
    private final MessageSource messages;

    @ModelAttribute("choices")
    List<Choice> choices() {
        return Choice.ALL;
    }

    @GetMapping("/tags/groups/new")
    String form(Model model) {
        model.addAttribute("form", GroupForm.EMPTY);
        return "tags/group";
    }

    @PostMapping("/tags/groups")
    String create(
            @ModelAttribute("form") GroupForm form,
            BindingResult typed,
            HttpServletResponse response,
            RedirectAttributes flash,
            Locale locale) {
        if (!typed.hasErrors()) {
            try {
                catalogue.create(form.draft());
                return done("tags.group.created", form.name(), flash, locale);
            } catch (Refusal refusal) {
                Typed.refuse(refusal, typed);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return "tags/group";
    }

    @GetMapping("/tags/groups/" + ID)
    String show(@PathVariable long id, Model model) {
        TagGroup group = book.group(id);
        model.addAttribute("group", group);
        model.addAttribute("form", GroupForm.of(group));
        return "tags/group";
    }

    @PostMapping("/tags/groups/" + ID)
    String change(
            @PathVariable long id,
            @ModelAttribute("form") GroupForm form,
            BindingResult typed,
            @RequestParam(defaultValue = Touched.UNTOLD) Touched touched,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash,
            Locale locale) {
        if (!typed.hasErrors()) {
            try {
                catalogue.change(id, form.draft(), Typed.text(form.seen()));
                return done("tags.group.changed", form.name(), flash, locale);
            } catch (GroupChangedMeanwhile refusal) {
                TagGroup stored = book.group(id);
                model.addAttribute("group", stored);
                GroupForm there = GroupForm.of(stored);
                GroupForm kept = touched.over(there, form);
                model.addAttribute("form", kept);
                model.addAttribute("beside", beside(there, kept, locale));
                response.setStatus(HttpStatus.CONFLICT.value());
                return "tags/group";
            } catch (Refusal refusal) {
                Typed.refuse(refusal, typed);
            }
        }
        model.addAttribute("group", book.group(id));
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return "tags/group";
    }

    @PostMapping("/tags/groups/" + ID + "/deletion")
    String delete(@PathVariable long id, RedirectAttributes flash, Locale locale) {
        String name = book.group(id).name();
        catalogue.deleteGroup(id);
        return done("tags.group.deleted", name, flash, locale);
    }

    /** What is stored by now where something else was typed. */
    private List<SideBySide.Field> beside(GroupForm stored, GroupForm typed, Locale locale) {
        return new SideBySide(messages, locale)
                .text("tags.group.name", stored.name(), typed.name())
                .choice("tags.choice", choice(stored), choice(typed))
                .text("tags.description", stored.description(), typed.description())
                .fields();
    }

    private static String choice(GroupForm form) {
        return form.draft().choice().name();
    }

    private String done(String message, String name, RedirectAttributes flash, Locale locale) {
        flash.addFlashAttribute("done", messages.getMessage(message, new Object[] {name}, locale));
        return "redirect:/tags";
    }
}
