package io.wellspring.users.web;

import io.wellspring.shared.Refusal;
import io.wellspring.shared.UserId;
import io.wellspring.users.StaffNote;
import io.wellspring.users.StaffNotes;
import io.wellspring.users.UnknownUser;
import io.wellspring.users.UserDirectory;
import io.wellspring.users.UserMerging;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The notes about one user: a page of its own, and a part of the user's page. What was typed is kept until it is taken. */
@Controller
@RequiredArgsConstructor
class NoteController {

    private static final String NOTES = "/users/{id:[1-9]\\d{0,17}}/notes";
    private static final String NOTE = NOTES + "/{note:[1-9]\\d{0,17}}";

    private final StaffNotes notes;
    private final UserDirectory users;
    private final UserMerging merging;
    private final MessageSource messages;

    @GetMapping(NOTES)
    String list(
            @PathVariable long id,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean part,
            Model model) {
        UserId user = new UserId(id);
        Optional<UserId> survivor = merging.survivorOf(user);
        if (survivor.isPresent()) {
            return "redirect:/users/" + survivor.get() + "/notes";
        }
        show(user, UUID.randomUUID().toString(), "", false, model);
        model.addAttribute("part", part);
        return part ? "users/notes :: notes" : "users/notes";
    }

    /** @param from {@code user} goes back to the user's page, everything else to the page of the notes */
    @PostMapping(NOTES)
    String write(
            @PathVariable long id,
            @RequestParam String form,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "false") boolean pinned,
            @RequestParam(defaultValue = "") String from,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash,
            Locale locale) {
        UserId user = new UserId(id);
        UUID key = key(form);
        try {
            notes.write(user, key, text, pinned);
        } catch (Refusal refusal) {
            if (refusal.field().isEmpty()) {
                throw refusal;
            }
            refuse(refusal, model, response, locale);
            show(user, key.toString(), text, pinned, model);
            model.addAttribute("part", false);
            return "users/notes";
        }
        return done("users.notes.written", id, from, flash, locale);
    }

    @GetMapping(NOTE)
    String form(@PathVariable long id, @PathVariable long note, Model model) {
        StaffNote found = notes.get(new UserId(id), note);
        return form(new UserId(id), found, found.text(), model);
    }

    @PostMapping(NOTE)
    String change(
            @PathVariable long id,
            @PathVariable long note,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String text,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash,
            Locale locale) {
        UserId user = new UserId(id);
        try {
            notes.change(user, note, version, text);
        } catch (Refusal refusal) {
            if (refusal.field().isEmpty()) {
                throw refusal;
            }
            refuse(refusal, model, response, locale);
            StaffNote found = notes.get(user, note);
            model.addAttribute("meanwhile", found.version() == version ? null : found.text());
            return form(user, found, text, model);
        }
        return done("users.notes.changed", id, "user", flash, locale);
    }

    @PostMapping(NOTE + "/removal")
    String remove(
            @PathVariable long id,
            @PathVariable long note,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String from,
            RedirectAttributes flash,
            Locale locale) {
        notes.remove(new UserId(id), note, version);
        return done("users.notes.removed", id, from, flash, locale);
    }

    @PostMapping(NOTE + "/pin")
    String pin(
            @PathVariable long id,
            @PathVariable long note,
            @RequestParam boolean pinned,
            @RequestParam(defaultValue = "") String from,
            RedirectAttributes flash,
            Locale locale) {
        notes.pin(new UserId(id), note, pinned);
        return done(pinned ? "users.notes.pinned" : "users.notes.unpinned", id, from, flash, locale);
    }

    private void show(UserId user, String form, String text, boolean pinned, Model model) {
        model.addAttribute("user", users.card(user).orElseThrow(() -> new UnknownUser(user)));
        model.addAttribute("notes", notes.of(user));
        model.addAttribute("longest", StaffNotes.LONGEST);
        model.addAttribute("form", form);
        model.addAttribute("text", text);
        model.addAttribute("pinned", pinned);
    }

    private String form(UserId user, StaffNote note, String text, Model model) {
        model.addAttribute("user", users.card(user).orElseThrow(() -> new UnknownUser(user)));
        model.addAttribute("note", note);
        model.addAttribute("longest", StaffNotes.LONGEST);
        model.addAttribute("text", text);
        return "users/note";
    }

    private void refuse(Refusal refusal, Model model, HttpServletResponse response, Locale locale) {
        model.addAttribute("wrong", messages.getMessage(refusal.messageCode(), refusal.facts(), locale));
        response.setStatus(
                refusal instanceof Refusal.Conflict
                        ? HttpStatus.CONFLICT.value()
                        : HttpStatus.UNPROCESSABLE_CONTENT.value());
    }

    private String done(String message, long id, String from, RedirectAttributes flash, Locale locale) {
        flash.addFlashAttribute("done", messages.getMessage(message, null, locale));
        return "redirect:/users/" + id + (from.equals("user") ? "" : "/notes");
    }

    /** A form without a key of its own is sent once. */
    private static UUID key(String form) {
        try {
            return UUID.fromString(form);
        } catch (IllegalArgumentException e) {
            return UUID.randomUUID();
        }
    }
}
