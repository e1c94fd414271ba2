package io.wellspring.shared.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/** The styles and scripts of every page, by addresses that change with what they hold; looked up once, as they stay until the next start. */
@Component("pageFiles")
@RequiredArgsConstructor
class PageFiles implements Written {

    private static final String ICON = "/img/wellspring.svg";
    private static final List<String> STYLES = List.of(
            "/webjars/tabler__core/dist/css/tabler.min.css",
            "/webjars/tabler__icons-webfont/dist/tabler-icons-outline.min.css",
            "/css/wellspring.css");

    /** Before anything is shown. */
    private static final String THEME = "/js/theme.js";

    private static final List<String> SCRIPTS = List.of(
            "/webjars/htmx.org/dist/htmx.min.js",
            "/_static/echarts/6.0.0/dist/echarts.min.js",
            "/js/wellspring.js",
            "/js/charts.js",
            "/js/upload.js");

    private final ResourceUrlProvider files;
    private final Map<String, String> addresses = new ConcurrentHashMap<>();

    @Override
    public void write(Markup markup) {
        markup.html("<link rel=\"icon\" type=\"image/svg+xml\" href=\"")
                .text(address(ICON))
                .html("\">");
        STYLES.forEach(style -> markup.html("<link rel=\"stylesheet\" href=\"")
                .text(address(style))
                .html("\">"));
        markup.html("<script src=\"").text(address(THEME)).html("\"></script>");
        SCRIPTS.forEach(
                script -> markup.html("<script src=\"").text(address(script)).html("\" defer></script>"));
    }

    /** The sign of the product. */
    public Written sign() {
        return markup -> markup.html("<img src=\"").text(address(ICON)).html("\" width=\"26\" height=\"26\" alt=\"\">");
    }

    private String address(String path) {
        return addresses.computeIfAbsent(path, file -> Objects.requireNonNullElse(files.getForLookupPath(file), file));
    }
}
