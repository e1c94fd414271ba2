package io.wellspring.shared.web;

import io.wellspring.shared.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.RequestContextUtils;

/** A refusal nobody else turned into a field error: back to the page it came from, saying what to change. */
@ControllerAdvice
@RequiredArgsConstructor
class Refusals {

    private final MessageSource messages;
    private final Format format;

    @ExceptionHandler
    ModelAndView refused(Refusal refusal, HttpServletRequest request, HttpServletResponse response, Locale locale) {
        String text = messages.getMessage(refusal.messageCode(), format.facts(refusal), locale);
        String back = WayBack.pageBefore(request).orElse(null);
        if (request.getMethod().equals("GET") || back == null) {
            ModelAndView page = new ModelAndView("error/refused");
            page.setStatus(status(refusal));
            page.addObject("text", text);
            WayBack.fromOrUp(request).ifPresent(way -> page.addObject("back", way));
            return page;
        }
        FlashMap flash = RequestContextUtils.getOutputFlashMap(request);
        flash.put("refused", text);
        RequestContextUtils.saveOutputFlashMap(back, request, response);
        return new ModelAndView("redirect:" + back);
    }

    private static HttpStatus status(Refusal refusal) {
        return switch (refusal) {
            case Refusal.NotFound missing -> HttpStatus.NOT_FOUND;
            case Refusal.Conflict conflict -> HttpStatus.CONFLICT;
            case Refusal.Rejected rejected -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
    }
}
