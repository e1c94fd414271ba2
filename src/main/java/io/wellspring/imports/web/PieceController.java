package io.wellspring.imports.web;

import io.wellspring.imports.ImportKind;
import io.wellspring.imports.PieceOutOfPlace;
import io.wellspring.imports.UploadDesk;
import io.wellspring.imports.UploadProgress;
import io.wellspring.shared.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Takes a file in piece by piece; {@code js/upload.js} is at the other end. A piece is read whole before anything is held for it. */
@RestController
@RequiredArgsConstructor
class PieceController {

    private final UploadDesk uploads;
    private final MessageSource messages;

    /** Where a file that is all here goes on. */
    record Arrived(String location) {}

    /** @param received where the next piece has to begin, where that is what is wrong */
    record Refused(String text, @Nullable Long received) {}

    @PostMapping("/imports/uploads")
    UploadProgress begin(
            @RequestParam ImportKind kind,
            @RequestParam String name,
            @RequestParam long size,
            @RequestParam long modified) {
        return uploads.begin(kind == ImportKind.DEMO ? ImportKind.USERS : kind, name, size, modified);
    }

    @PostMapping("/imports/uploads/{id}")
    UploadProgress goOn(
            @PathVariable long id, @RequestParam String name, @RequestParam long size, @RequestParam long modified) {
        return uploads.goOn(id, name, size, modified);
    }

    @PutMapping("/imports/uploads/{id}/pieces/{offset}")
    UploadProgress append(@PathVariable long id, @PathVariable long offset, HttpServletRequest request)
            throws IOException {
        byte[] piece = request.getInputStream().readNBytes(UploadDesk.LARGEST_PIECE + 1);
        return uploads.append(id, offset, piece);
    }

    @PostMapping("/imports/uploads/{id}/arrival")
    Arrived complete(@PathVariable long id) {
        uploads.complete(id);
        return new Arrived("/imports/" + id);
    }

    @ExceptionHandler
    ResponseEntity<Refused> refused(Refusal refusal, Locale locale) {
        HttpStatus status =
                switch (refusal) {
                    case Refusal.NotFound missing -> HttpStatus.NOT_FOUND;
                    case Refusal.Conflict conflict -> HttpStatus.CONFLICT;
                    case Refusal.Rejected rejected -> HttpStatus.UNPROCESSABLE_CONTENT;
                };
        return ResponseEntity.status(status)
                .body(new Refused(
                        messages.getMessage(refusal.messageCode(), refusal.facts(), locale),
                        refusal instanceof PieceOutOfPlace piece ? piece.expected() : null));
    }
}
