package io.wellspring.staff.web;

import io.wellspring.shared.Refusal;
import io.wellspring.staff.NewPassword;
import io.wellspring.staff.Setup;
import io.wellspring.staff.StaffSession;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The first page of all. Only for whoever sits at the machine, or can read its log. */
@Controller
@RequestMapping("/setup")
@RequiredArgsConstructor
class SetupPage {

    private static final String SHOWN = SetupPage.class.getName() + ".token";

    private final Setup setup;
    private final SetupToken token;
    private final SameMachine sameMachine;
    private final SessionStart sessions;

    @GetMapping
    String show(Model model, HttpServletRequest request, HttpServletResponse response) {
        if (!setup.isOpen()) {
            return "redirect:/";
        }
        if (!mayEnter(request)) {
            return askForToken(model, response, false);
        }
        model.addAttribute("form", SetupForm.EMPTY);
        return "staff/setup";
    }

    @PostMapping("/token")
    String showToken(
            @RequestParam(defaultValue = "") String token,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!this.token.is(token)) {
            return askForToken(model, response, true);
        }
        request.getSession().setAttribute(SHOWN, true);
        return "redirect:/setup";
    }

    @PostMapping
    String create(
            @ModelAttribute("form") SetupForm form,
            BindingResult typed,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!mayEnter(request)) {
            return askForToken(model, response, false);
        }
        form.check(typed);
        if (!typed.hasErrors()) {
            try {
                StaffSession admin =
                        setup.createFirstAdmin(form.email(), form.name(), new NewPassword(form.password()));
                sessions.logIn(admin, request, response);
                return "redirect:/welcome";
            } catch (Refusal e) {
                Typed.refuse(e, typed);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return "staff/setup";
    }

    private boolean mayEnter(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return sameMachine.isClient(request) || (session != null && session.getAttribute(SHOWN) != null);
    }

    private static String askForToken(Model model, HttpServletResponse response, boolean wrong) {
        response.setStatus(HttpStatus.FORBIDDEN.value());
        model.addAttribute("wrong", wrong);
        return "staff/setup-token";
    }
}
