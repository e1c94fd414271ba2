package io.wellspring.points.web;

import io.wellspring.points.ReasonMissing;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;

/**
 * A reason for declining that is none, to be asked for again where it was typed.
 *
 * @param address of what waits
 * @param wrong why it is none
 */
record ReasonTyped(String address, String typed, String wrong) {

    static void askAgain(
            String address,
            String typed,
            ReasonMissing refusal,
            MessageSource messages,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        String wrong = messages.getMessage(refusal.messageCode(), refusal.facts(), locale);
        model.addAttribute("reasonTyped", new ReasonTyped(address, typed, wrong));
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    }
}
