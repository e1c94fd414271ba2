package io.wellspring.staff.web;

import io.wellspring.shared.Refusal;
import io.wellspring.staff.CurrentStaff;
import io.wellspring.staff.NewPassword;
import io.wellspring.staff.OwnAccount;
import io.wellspring.staff.StaffMember;
import io.wellspring.staff.StaffSession;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One's own name, language and password. */
@Controller
@RequestMapping("/account")
@RequiredArgsConstructor
class AccountPage {

    private final CurrentStaff currentStaff;
    private final OwnAccount ownAccount;
    private final SessionStart sessions;
    private final MessageSource messages;

    @ModelAttribute("member")
    StaffMember member() {
        return currentStaff.get();
    }

    @GetMapping
    String show(Model model) {
        return page(model);
    }

    @PostMapping("/name")
    String rename(
            @ModelAttribute("nameForm") NameForm form,
            BindingResult typed,
            Model model,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes next) {
        try {
            ownAccount.rename(form.name());
            next.addFlashAttribute("done", messages.getMessage("staff.done.renamed", null, locale));
            return "redirect:/account";
        } catch (Refusal e) {
            Typed.refuse(e, typed);
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(model);
        }
    }

    @PostMapping("/password")
    String changePassword(
            @ModelAttribute("passwordForm") PasswordForm form,
            BindingResult typed,
            Model model,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes next) {
        form.check(typed);
        if (!typed.hasErrors()) {
            try {
                StaffSession session =
                        ownAccount.changePassword(form.currentPassword(), new NewPassword(form.password()));
                sessions.logIn(session, request, response);
                next.addFlashAttribute("done", messages.getMessage("staff.done.password", null, locale));
                return "redirect:/account";
            } catch (Refusal e) {
                Typed.refuse(e, typed);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(model);
    }

    private String page(Model model) {
        if (!model.containsAttribute("nameForm")) {
            model.addAttribute("nameForm", new NameForm(currentStaff.get().name()));
        }
        if (!model.containsAttribute("passwordForm")) {
            model.addAttribute("passwordForm", PasswordForm.EMPTY);
        }
        return "staff/account";
    }
}
