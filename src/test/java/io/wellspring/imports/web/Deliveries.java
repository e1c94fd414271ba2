package io.wellspring.imports.web;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What a system that shows a token brings and asks for. */
@RequiredArgsConstructor
final class Deliveries {

    static final String BOUNDARY = "----a-boundary";
    static final String USERS = "id,name,phone\nA1,Ann,13800002210\nA2,Bob,12\n";
    static final Map<String, String> DRY_RUN = Map.of("kind", "USERS", "mode", "dry-run");
    static final Map<String, String> COMMIT = Map.of("kind", "USERS", "mode", "commit");

    private final MockMvcTester mvc;
    private final String secret;

    MvcTestResult deliver(Map<String, String> fields, String content) {
        return send(body(fields, content), Optional.empty());
    }

    MvcTestResult deliver(Map<String, String> fields, String content, String key) {
        return send(body(fields, content), Optional.of(key));
    }

    MvcTestResult send(String body, Optional<String> key) {
        MockMvcTester.MockMvcRequestBuilder request = mvc.post()
                .uri("/api/v1/imports")
                .header("Authorization", "Bearer " + secret)
                .contentType(MediaType.parseMediaType("multipart/form-data; boundary=" + BOUNDARY))
                .content(body.getBytes(StandardCharsets.UTF_8));
        key.ifPresent(value -> request.header("Idempotency-Key", value));
        return request.exchange();
    }

    MvcTestResult get(String uri) {
        return mvc.get().uri(uri).header("Authorization", "Bearer " + secret).exchange();
    }

    static Map<String, String> with(Map<String, String> fields, String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(fields);
        more.put(name, value);
        return more;
    }

    static String body(Map<String, String> fields, String content) {
        StringBuilder body = new StringBuilder();
        fields.forEach((name, value) -> body.append(field(name, value)));
        return body.append("--")
                .append(BOUNDARY)
                .append("\r\nContent-Disposition: form-data; name=\"file\"; filename=\"users.csv\"\r\n")
                .append("Content-Type: text/csv\r\n\r\n")
                .append(content)
                .append("\r\n--")
                .append(BOUNDARY)
                .append("--\r\n")
                .toString();
    }

    static String field(String name, String value) {
        return "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n".formatted(BOUNDARY, name, value);
    }
}
