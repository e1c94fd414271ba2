package io.wellspring.segments.web;

import io.wellspring.segments.ListedSegments;
import io.wellspring.segments.Listing;
import io.wellspring.shared.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.apache.commons.fileupload2.core.FileUploadException;
import org.apache.commons.fileupload2.jakarta.servlet6.JakartaServletFileUpload;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A segment of those a list names: typed, or in a file that is read as it arrives. */
@Controller
@RequiredArgsConstructor
class ListedPage {

    private final ListedSegments listed;
    private final MessageSource messages;

    @GetMapping("/segments/listed/new")
    String form(Model model) {
        model.addAllAttributes(Map.of("name", "", "description", "", "values", ""));
        return "segments/listed";
    }

    @PostMapping(path = "/segments/listed", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    String save(
            HttpServletRequest request,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect)
            throws IOException {
        ListedParts parts = new ListedParts(new JakartaServletFileUpload<>().getItemIterator(request));
        try {
            parts.readFields();
            Listing listing = listed.createListed(parts.said("name"), parts.said("description"), parts::values);
            redirect.addFlashAttribute("done", done(listing, locale));
            redirect.addFlashAttribute("listing", listing);
            return "redirect:/segments/" + listing.segment();
        } catch (Refusal refusal) {
            readOn(request);
            model.addAttribute("refusedField", refusal.field().orElse(""));
            model.addAttribute("refusedText", messages.getMessage(refusal.messageCode(), refusal.facts(), locale));
        } catch (FileUploadException | UncheckedIOException interrupted) {
            model.addAttribute("refusedField", "");
            model.addAttribute("refusedText", messages.getMessage("segments.listed.interrupted", null, locale));
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        for (String field : ListedParts.FIELDS) {
            model.addAttribute(field, parts.said(field));
        }
        return "segments/listed";
    }

    private String done(Listing listing, Locale locale) {
        String named =
                messages.getMessage("segments.listed.done", new Object[] {listing.lines(), listing.members()}, locale);
        return listing.repeated() == 0
                ? named
                : named + " "
                        + messages.getMessage("segments.listed.repeated", new Object[] {listing.repeated()}, locale);
    }

    /** A browser that is still sending would not see the answer. */
    private static void readOn(HttpServletRequest request) throws IOException {
        try (InputStream rest = request.getInputStream()) {
            rest.transferTo(OutputStream.nullOutputStream());
        }
    }
}
