package io.wellspring.staff.web;

import io.wellspring.staff.CurrentStaff;
import io.wellspring.staff.Language;
import io.wellspring.staff.OwnAccount;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.regex.Pattern;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.view.RedirectView;

@Controller
@RequiredArgsConstructor
class LanguageSwitch {

    /** A path of our own: one slash, then nothing a browser could take for a host or for the end of a header. */
    private static final Pattern LOCAL = Pattern.compile("/(?![/\\\\])[\\x21-\\x7e&&[^\\\\]]*");

    private final LanguageResolver languages;
    private final CurrentStaff currentStaff;
    private final OwnAccount ownAccount;

    @PostMapping("/language")
    RedirectView choose(
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "/") String back,
            HttpServletRequest request,
            HttpServletResponse response) {
        Language.of(to).ifPresent(language -> {
            languages.choose(language, request, response);
            currentStaff.find().ifPresent(member -> ownAccount.speak(language));
        });
        RedirectView page = new RedirectView(local(back), true);
        page.setExpandUriTemplateVariables(false);
        page.setExposeModelAttributes(false);
        return page;
    }

    static String local(String back) {
        return LOCAL.matcher(back).matches() ? back : "/";
    }
}
