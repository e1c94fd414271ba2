package io.wellspring.staff.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;

/** A request for part of a page must not get a whole other page in its place: the browser is told to go there instead. */
final class HtmxAware {

    private HtmxAware() {}

    static boolean isPart(HttpServletRequest request) {
        return "true".equals(request.getHeader("HX-Request"));
    }

    static void redirect(HttpServletRequest request, HttpServletResponse response, String path) throws IOException {
        if (isPart(request)) {
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
            response.setHeader("HX-Redirect", request.getContextPath() + path);
        } else {
            response.sendRedirect(request.getContextPath() + path);
        }
    }
}
