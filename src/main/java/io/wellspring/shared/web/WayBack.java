package io.wellspring.shared.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;

/** Where to go from a page that cannot be shown. */
final class WayBack {

    private WayBack() {}

    /** The page with the link or form that led here, if it is one of ours and not this one. */
    static Optional<String> from(HttpServletRequest request) {
        return pageBefore(request).filter(page -> !page.equals(here(request)));
    }

    /** As {@link #from}; whoever typed the address gets to the list it is part of. */
    static Optional<String> fromOrUp(HttpServletRequest request) {
        return from(request).or(() -> up(request));
    }

    /** The path of the referring page, only if it is one of ours. */
    static Optional<String> pageBefore(HttpServletRequest request) {
        String referer = request.getHeader("Referer");
        if (referer == null) {
            return Optional.empty();
        }
        try {
            URI uri = URI.create(referer);
            boolean ours = request.getServerName().equals(uri.getHost()) && uri.getRawPath() != null;
            return ours && uri.getRawPath().startsWith("/") && !uri.getRawPath().startsWith("//")
                    ? Optional.of(uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery()))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> up(HttpServletRequest request) {
        String path = PageFacts.path(request);
        int end = path.indexOf('/', 1);
        return Optional.of(end < 0 ? path : path.substring(0, end)).filter(above -> !above.equals(here(request)));
    }

    private static String here(HttpServletRequest request) {
        String query = request.getQueryString();
        return query == null ? PageFacts.path(request) : PageFacts.path(request) + "?" + query;
    }
}
