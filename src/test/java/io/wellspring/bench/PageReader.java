package io.wellspring.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.wellspring.staff.Role;
import io.wellspring.staff.StaffFixtures;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Opens pages over HTTP as a member of staff who is logged in. By the JDK’s oldest client, which takes the least of the processors that are to
 * make the pages.
 */
final class PageReader {

    private static final String EMAIL = "reader@example.org";
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final String server;
    private String session = "";

    private PageReader(String server) {
        this.server = server;
    }

    static PageReader loggedIn(int port, StaffFixtures staff, JdbcClient jdbc) {
        jdbc.sql("delete from staff.account where email = :email")
                .param("email", EMAIL)
                .update();
        staff.active(EMAIL, Role.ADMIN);
        PageReader reader = new PageReader("http://localhost:" + port);
        reader.logIn();
        return reader;
    }

    private void logIn() {
        Matcher token = TOKEN.matcher(new String(opened("/login", Map.of()), StandardCharsets.UTF_8));
        assertThat(token.find()).isTrue();
        String form = "_csrf=" + encoded(token.group(1)) + "&email=" + encoded(EMAIL) + "&password="
                + encoded(StaffFixtures.PASSWORD);
        HttpURLConnection login = connection("/login", Map.of());
        try {
            login.setDoOutput(true);
            login.getOutputStream().write(form.getBytes(StandardCharsets.UTF_8));
            assertThat(login.getHeaderField("Location")).doesNotContain("login");
            keepSession(login);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Others, who are logged in as the same member of staff. */
    ListReaders readers(int readers) {
        return ListReaders.of(server, session, readers);
    }

    /** A page, the whole of it. */
    void open(String path) {
        opened(path, Map.of());
    }

    /** A part of a page, as the page asks for it when it is there. */
    void openPart(String path) {
        opened(path, Map.of("HX-Request", "true"));
    }

    private byte[] opened(String path, Map<String, String> headers) {
        HttpURLConnection asked = connection(path, headers);
        try (InputStream page = asked.getInputStream()) {
            byte[] all = page.readAllBytes();
            assertThat(asked.getResponseCode()).isEqualTo(200);
            if (session.isEmpty()) {
                keepSession(asked);
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void keepSession(HttpURLConnection answered) {
        session = answered.getHeaderField("Set-Cookie").replaceFirst(";.*", "");
    }

    private HttpURLConnection connection(String path, Map<String, String> headers) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create(server + path).toURL().openConnection();
            connection.setInstanceFollowRedirects(false);
            connection.setRequestProperty("Accept-Language", "en");
            connection.setRequestProperty("Cookie", session);
            headers.forEach(connection::setRequestProperty);
            return connection;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
