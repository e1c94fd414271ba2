package io.wellspring.shared.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.UUID;
import lombok.extern.slf4j.Slf4j;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.WebAttributes;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Whatever nobody foresaw: a page with a reference that stands beside the stack in the log. */
@Slf4j
@Controller
class ErrorPage implements ErrorController {

    @RequestMapping("/error")
    ModelAndView show(HttpServletRequest request) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatus status = code instanceof Integer number ? HttpStatus.resolve(number) : HttpStatus.NOT_FOUND;
        if (status == null) {
            status = HttpStatus.INTERNAL_SERVER_ERROR;
        }
        if (status.is5xxServerError()) {
            String reference = UUID.randomUUID().toString().substring(0, 8);
            Object error = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
            log.error("Reference {}", reference, error instanceof Throwable cause ? cause : null);
            return new ModelAndView("error/failed", Map.of("reference", reference), status);
        }
        String view = view(status, request);
        return new ModelAndView(view, Map.of(), status);
    }

    private static String view(HttpStatus status, HttpServletRequest request) {
        if (status == HttpStatus.BAD_REQUEST) {
            return "error/unreadable";
        }
        if (status == HttpStatus.FORBIDDEN) {
            return request.getAttribute(WebAttributes.ACCESS_DENIED_403) instanceof CsrfException
                    ? "error/expired"
                    : "error/forbidden";
        }
        return "error/missing";
    }
}
