package io.wellspring.shared.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.web.WebAttributes;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.json.JsonMapper;

/** Whatever nobody foresaw: a page with a reference that stands beside the stack in the log; for another system, a {@link Problem}. */
@Slf4j
@Controller
@RequiredArgsConstructor
class ErrorPage implements ErrorController {

    private static final String API = "/api/";

    private final MessageSource messages;
    private final JsonMapper json;

    @RequestMapping("/error")
    @Nullable
    ModelAndView show(HttpServletRequest request, HttpServletResponse response, Locale locale) throws IOException {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatus status = code instanceof Integer number ? HttpStatus.resolve(number) : HttpStatus.NOT_FOUND;
        if (status == null) {
            status = HttpStatus.INTERNAL_SERVER_ERROR;
        }
        if (status.is5xxServerError()) {
            String reference = UUID.randomUUID().toString().substring(0, 8);
            Object error = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
            log.error("Reference {}", reference, error instanceof Throwable cause ? cause : null);
            if (isForAnotherSystem(request)) {
                return tell(
                        response, status, messages.getMessage("error.failed.text", new Object[] {reference}, locale));
            }
            return new ModelAndView("error/failed", Map.of("reference", reference), status);
        }
        if (isForAnotherSystem(request)) {
            return tell(response, status, messages.getMessage("error.request.text", null, locale));
        }
        String view = view(status, request);
        ModelAndView page = new ModelAndView(view, Map.of(), status);
        (status == HttpStatus.BAD_REQUEST ? WayBack.fromOrUp(request) : WayBack.from(request))
                .ifPresent(way -> page.addObject("back", way));
        return page;
    }

    private static boolean isForAnotherSystem(HttpServletRequest request) {
        return Objects.toString(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI), "")
                .startsWith(request.getContextPath() + API);
    }

    private @Nullable ModelAndView tell(HttpServletResponse response, HttpStatus status, String detail)
            throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        String code = status.name().toLowerCase(Locale.ROOT).replace('_', '-');
        response.getOutputStream().write(json.writeValueAsBytes(Problem.of(status, code, detail)));
        return null;
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
