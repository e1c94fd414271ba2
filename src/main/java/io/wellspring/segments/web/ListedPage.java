package io.wellspring.segments.web;

import io.wellspring.segments.Listing;
import io.wellspring.segments.SegmentBook;
import io.wellspring.shared.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A segment of those a list names. */
@Controller
@RequiredArgsConstructor
class ListedPage {

    private final SegmentBook book;
    private final MessageSource messages;

    @GetMapping("/segments/listed/new")
    String form(Model model) {
        model.addAttribute("name", "");
        model.addAttribute("description", "");
        model.addAttribute("values", "");
        return "segments/listed";
    }

    @PostMapping("/segments/listed")
    String save(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String description,
            @RequestParam(defaultValue = "") String values,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        try {
            Listing listing =
                    book.createListed(name, description, taker -> values.lines().forEach(taker));
            redirect.addFlashAttribute(
                    "done",
                    messages.getMessage(
                            "segments.listed.done", new Object[] {listing.lines(), listing.members()}, locale));
            return "redirect:/segments/" + listing.segment();
        } catch (Refusal refusal) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("name", name);
            model.addAttribute("description", description);
            model.addAttribute("values", values);
            model.addAttribute("refusedField", refusal.field().orElse(""));
            model.addAttribute("refusedText", messages.getMessage(refusal.messageCode(), refusal.facts(), locale));
            return "segments/listed";
        }
    }
}
