package io.wellspring.imports.web;

import io.wellspring.imports.DeliveredImport;
import io.wellspring.imports.Delivery;
import io.wellspring.imports.ImportInbox;
import io.wellspring.imports.UnknownImport;
import io.wellspring.shared.Refusal;
import io.wellspring.shared.web.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import lombok.RequiredArgsConstructor;
import org.apache.commons.fileupload2.core.FileUploadContentTypeException;
import org.apache.commons.fileupload2.core.FileUploadException;
import org.apache.commons.fileupload2.jakarta.servlet6.JakartaServletFileUpload;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes in files from other systems and tells them what has become of them. */
@RestController
@RequestMapping(ImportApi.PATH)
@RequiredArgsConstructor
class ImportApi {

    static final String PATH = "/api/v1/imports";

    private static final String REPLAYED = "Idempotent-Replayed";
    private static final int LONGEST_KEY = 255;
    private static final int SECONDS_TO_WAIT = 30;

    private final ImportInbox inbox;
    private final ImportAnswers answers;
    private final ReasonText reasons;
    private final MessageSource messages;

    @PostMapping
    ResponseEntity<ImportAnswer> deliver(
            HttpServletRequest request,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            Locale locale)
            throws IOException {
        try {
            Optional<String> sent = key(key);
            DeliveryParts parts = new DeliveryParts(new JakartaServletFileUpload<>().getItemIterator(request));
            DeliveryParts.Arriving file = parts.file();
            Delivery delivery = parts.delivery();
            Optional<DeliveredImport> before = sent.flatMap(same -> inbox.underKey(same, delivery));
            if (before.isPresent()) {
                return accepted(before.get(), true, request, locale);
            }
            try (InputStream content = file.content()) {
                return accepted(
                        inbox.deliver(delivery, sent, file.name(), size(request), content), false, request, locale);
            }
        } finally {
            readToTheEnd(request);
        }
    }

    @GetMapping("/{id}")
    ImportAnswer show(@PathVariable long id, HttpServletRequest request, Locale locale) {
        return answer(find(id), request, locale);
    }

    @GetMapping("/{id}/rejected.csv")
    void rejected(@PathVariable long id, HttpServletResponse response) throws IOException {
        find(id);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"rejected-" + id + ".csv\"");
        inbox.writeRejectedRows(id, response.getOutputStream(), reasons);
    }

    @ExceptionHandler
    ResponseEntity<Problem> refused(Refusal refusal, Locale locale) {
        Problem problem = Problem.of(refusal, messages.getMessage(refusal.messageCode(), refusal.facts(), locale));
        return refusal instanceof Refusal.Conflict
                ? ResponseEntity.status(problem.status())
                        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                        .header(HttpHeaders.RETRY_AFTER, Integer.toString(SECONDS_TO_WAIT))
                        .body(problem)
                : problem.response();
    }

    @ExceptionHandler
    ResponseEntity<Problem> unreadable(FileUploadException e, Locale locale) {
        return e instanceof FileUploadContentTypeException
                ? problem(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "not-multipart", locale)
                : problem(HttpStatus.BAD_REQUEST, "upload-interrupted", locale);
    }

    @ExceptionHandler
    ResponseEntity<Problem> interrupted(IOException e, Locale locale) {
        return problem(HttpStatus.BAD_REQUEST, "upload-interrupted", locale);
    }

    private ResponseEntity<Problem> problem(HttpStatus status, String code, Locale locale) {
        return Problem.of(status, code, messages.getMessage("imports.api." + code, null, locale))
                .response();
    }

    private ResponseEntity<ImportAnswer> accepted(
            DeliveredImport delivered, boolean replayed, HttpServletRequest request, Locale locale) {
        ImportAnswer answer = answer(delivered, request, locale);
        ResponseEntity.BodyBuilder response =
                ResponseEntity.accepted().location(URI.create(answer.links().self()));
        return (replayed ? response.header(REPLAYED, "true") : response).body(answer);
    }

    private ImportAnswer answer(DeliveredImport delivered, HttpServletRequest request, Locale locale) {
        String self = request.getContextPath() + PATH + "/" + delivered.file().id();
        return answers.of(delivered, self, locale);
    }

    private DeliveredImport find(long id) {
        return inbox.find(id).orElseThrow(() -> new UnknownImport(id));
    }

    private static Optional<String> key(@Nullable String sent) {
        if (sent == null) {
            return Optional.empty();
        }
        String key = sent.strip();
        if (key.isEmpty() || key.length() > LONGEST_KEY) {
            throw new KeyUnclear(LONGEST_KEY);
        }
        return Optional.of(key);
    }

    private static OptionalLong size(HttpServletRequest request) {
        long length = request.getContentLengthLong();
        return length < 0 ? OptionalLong.empty() : OptionalLong.of(length);
    }

    /** Many a client reads no answer before it has sent everything. Whoever gets here has shown a token. */
    private static void readToTheEnd(HttpServletRequest request) {
        try {
            request.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (IOException | IllegalStateException e) {
            // Nobody is left who would read an answer.
        }
    }
}
