package io.wellspring.imports.web;

import io.wellspring.imports.ImportField;
import io.wellspring.imports.ImportKind;
import io.wellspring.imports.MappingBook;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What imports have taught, to be looked at, renamed and forgotten. */
@Controller
@RequiredArgsConstructor
class MappingController {

    private static final String PAGE = "redirect:/imports/mappings";

    private final MappingBook book;
    private final MessageSource messages;

    @GetMapping("/imports/mappings")
    String list(Model model) {
        model.addAttribute("mappings", book.mappings());
        model.addAttribute("synonyms", book.synonyms());
        return "imports/mappings";
    }

    @PostMapping("/imports/mappings/{id}/name")
    String rename(@PathVariable long id, @RequestParam String name, RedirectAttributes flash, Locale locale) {
        book.rename(id, name);
        return done("imports.mappings.renamed", flash, locale);
    }

    @PostMapping("/imports/mappings/{id}/removal")
    String forget(@PathVariable long id, RedirectAttributes flash, Locale locale) {
        book.forget(id);
        return done("imports.mappings.forgotten", flash, locale);
    }

    @PostMapping("/imports/synonyms/removal")
    String forget(
            @RequestParam ImportKind kind,
            @RequestParam String header,
            @RequestParam ImportField field,
            RedirectAttributes flash,
            Locale locale) {
        book.forget(kind, header, field);
        return done("imports.mappings.forgotten", flash, locale);
    }

    private String done(String code, RedirectAttributes flash, Locale locale) {
        flash.addFlashAttribute("done", messages.getMessage(code, null, locale));
        return PAGE;
    }
}
