package io.wellspring.imports.web;

import io.wellspring.imports.ImportBusy;
import io.wellspring.imports.ImportDesk;
import io.wellspring.imports.ImportState;
import io.wellspring.imports.NotCommitted;
import io.wellspring.imports.UnknownImport;
import io.wellspring.shared.web.CsvDownload;
import io.wellspring.users.UndoRemainder;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Taking an import back, and what stayed of it. */
@Controller
@RequiredArgsConstructor
class UndoController {

    private static final int PAGE = 10_000;

    private final ImportDesk desk;
    private final ReasonText reasons;
    private final MessageSource messages;

    @PostMapping("/imports/{id}/undo")
    String undo(@PathVariable long id, RedirectAttributes flash, Locale locale) {
        try {
            desk.undo(id);
        } catch (ImportBusy | NotCommitted refusal) {
            ImportState state =
                    desk.find(id).orElseThrow(() -> new UnknownImport(id)).state();
            if (state != ImportState.UNDOING && state != ImportState.UNDONE) {
                throw refusal;
            }
            flash.addFlashAttribute("done", messages.getMessage("imports.begun-already", null, locale));
        }
        return "redirect:/imports/" + id;
    }

    @GetMapping("/imports/{id}/kept.csv")
    void kept(@PathVariable long id, HttpServletResponse response, Locale locale) {
        if (desk.find(id).isEmpty()) {
            throw new UnknownImport(id);
        }
        try (CsvDownload out = CsvDownload.to(response, "kept-" + id + ".csv")) {
            out.row(
                    messages.getMessage("imports.undo.user", null, locale),
                    messages.getMessage("imports.undo.outcome", null, locale),
                    messages.getMessage("imports.rejected.reason", null, locale));
            List<UndoRemainder> page = desk.undoRemainder(id, 0, PAGE);
            while (!page.isEmpty()) {
                for (UndoRemainder one : page) {
                    out.row(
                            one.userId(),
                            messages.getMessage("imports.undo." + one.outcome(), null, locale),
                            reasons.undo(one));
                }
                page = desk.undoRemainder(id, page.getLast().userId(), PAGE);
            }
        }
    }
}
