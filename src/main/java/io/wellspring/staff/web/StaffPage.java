package io.wellspring.staff.web;

import io.wellspring.shared.Refusal;
import io.wellspring.staff.CurrentStaff;
import io.wellspring.staff.Role;
import io.wellspring.staff.Secret;
import io.wellspring.staff.StaffRoster;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Who may log in, and as what. */
@Controller
@RequestMapping("/staff")
@RequiredArgsConstructor
class StaffPage {

    private final StaffRoster roster;
    private final CurrentStaff currentStaff;
    private final MessageSource messages;

    @ModelAttribute("roles")
    List<Role> roles() {
        return Role.ALL;
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("lines", roster.all());
        model.addAttribute("self", currentStaff.get().id());
        return "staff/list";
    }

    @GetMapping("/new")
    String form(Model model) {
        model.addAttribute("form", InviteForm.EMPTY);
        return "staff/form";
    }

    @PostMapping
    String invite(
            @ModelAttribute("form") InviteForm form,
            BindingResult typed,
            HttpServletResponse response,
            RedirectAttributes next) {
        if (!typed.hasErrors()) {
            try {
                showOnce(roster.invite(form.email(), form.name(), form.role()), form.name(), next);
                return "redirect:/staff";
            } catch (Refusal e) {
                Typed.refuse(e, typed);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return "staff/form";
    }

    @PostMapping("/{id}/invitation")
    String reissue(@PathVariable long id, @RequestParam(defaultValue = "") String name, RedirectAttributes next) {
        showOnce(roster.reissueInvitation(id), name, next);
        return "redirect:/staff";
    }

    @PostMapping("/{id}/invitation/withdrawal")
    String withdraw(@PathVariable long id, Locale locale, RedirectAttributes next) {
        roster.withdrawInvitation(id);
        return done("staff.done.withdrawn", locale, next);
    }

    @PostMapping("/{id}/role")
    String changeRole(@PathVariable long id, @RequestParam Role role, Locale locale, RedirectAttributes next) {
        roster.changeRole(id, role);
        return done("staff.done.role", locale, next);
    }

    @PostMapping("/{id}/disable")
    String disable(@PathVariable long id, Locale locale, RedirectAttributes next) {
        roster.disable(id);
        return done("staff.done.disabled", locale, next);
    }

    @PostMapping("/{id}/enable")
    String enable(@PathVariable long id, Locale locale, RedirectAttributes next) {
        roster.enable(id);
        return done("staff.done.enabled", locale, next);
    }

    private String done(String message, Locale locale, RedirectAttributes next) {
        next.addFlashAttribute("done", messages.getMessage(message, null, locale));
        return "redirect:/staff";
    }

    private static void showOnce(Secret token, String name, RedirectAttributes next) {
        String link = ServletUriComponentsBuilder.fromCurrentContextPath()
                .pathSegment("invitations", token.text())
                .toUriString();
        next.addFlashAttribute("invitationLink", link);
        next.addFlashAttribute("invitedName", name);
    }
}
