package io.wellspring.imports.web;

import io.wellspring.imports.ImportDesk;
import io.wellspring.imports.ImportKind;
import io.wellspring.imports.UploadDesk;
import io.wellspring.shared.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.apache.commons.fileupload2.core.FileItemInput;
import org.apache.commons.fileupload2.core.FileItemInputIterator;
import org.apache.commons.fileupload2.core.FileUploadException;
import org.apache.commons.fileupload2.jakarta.servlet6.JakartaServletFileUpload;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Takes a file in as it arrives: the parts of the request are read one after the other, and the file goes on into the database while it
 * is still coming.
 */
@Controller
@RequiredArgsConstructor
class UploadController {

    private static final int LONGEST_VALUE = 100;

    private final ImportDesk desk;
    private final UploadDesk uploads;
    private final MessageSource messages;

    @GetMapping("/imports/new")
    String form(@RequestParam(defaultValue = "USERS") ImportKind kind, Model model) {
        model.addAttribute("kind", kind == ImportKind.DEMO ? ImportKind.USERS : kind);
        model.addAttribute("unfinished", uploads.unfinished());
        return "imports/upload";
    }

    @PostMapping("/imports")
    String upload(HttpServletRequest request, Locale locale, RedirectAttributes flash) throws IOException {
        ImportKind kind = ImportKind.USERS;
        try {
            FileItemInputIterator parts = new JakartaServletFileUpload<>().getItemIterator(request);
            while (parts.hasNext()) {
                FileItemInput part = parts.next();
                if (part.isFormField()) {
                    if ("kind".equals(part.getFieldName())) {
                        kind = kindOf(part);
                    }
                } else if (part.getName() != null && !part.getName().isBlank()) {
                    try (InputStream content = part.getInputStream()) {
                        return "redirect:/imports/" + desk.upload(kind, part.getName(), content);
                    }
                }
            }
            return again(kind, messages.getMessage("imports.upload.nothing", null, locale), flash);
        } catch (FileUploadException e) {
            return again(kind, messages.getMessage("imports.upload.interrupted", null, locale), flash);
        } catch (Refusal refusal) {
            return again(kind, messages.getMessage(refusal.messageCode(), refusal.facts(), locale), flash);
        }
    }

    private static ImportKind kindOf(FileItemInput part) throws IOException {
        try (InputStream content = part.getInputStream()) {
            String value = new String(content.readNBytes(LONGEST_VALUE), StandardCharsets.UTF_8);
            return Stream.of(ImportKind.ORDERS, ImportKind.ACTIVITY)
                    .filter(kind -> kind.name().equals(value))
                    .findFirst()
                    .orElse(ImportKind.USERS);
        }
    }

    /** Away from the address that takes files, so that no reload sends one again. */
    private static String again(ImportKind kind, String why, RedirectAttributes flash) {
        flash.addFlashAttribute("refused", why);
        return "redirect:/imports/new?kind=" + kind;
    }
}
