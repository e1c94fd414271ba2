package io.wellspring.staff.web;

import io.wellspring.shared.Refusal;
import io.wellspring.staff.Invitations;
import io.wellspring.staff.NewPassword;
import io.wellspring.staff.StaffSession;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Where an invitation link leads. */
@Controller
@RequestMapping("/invitations/{token}")
@RequiredArgsConstructor
class InvitationPage {

    private final Invitations invitations;
    private final SessionStart sessions;

    @GetMapping
    String show(@PathVariable String token, Model model) {
        model.addAttribute("token", token);
        model.addAttribute("member", invitations.invited(token));
        model.addAttribute("form", PasswordForm.EMPTY);
        return "staff/invitation";
    }

    @PostMapping
    String accept(
            @PathVariable String token,
            @ModelAttribute("form") PasswordForm form,
            BindingResult typed,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        form.check(typed);
        if (!typed.hasErrors()) {
            try {
                StaffSession session = invitations.accept(token, new NewPassword(form.password()));
                sessions.logIn(session, request, response);
                return "redirect:/";
            } catch (Refusal e) {
                Typed.refuse(e, typed);
            }
        }
        model.addAttribute("token", token);
        model.addAttribute("member", invitations.invited(token));
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return "staff/invitation";
    }
}
