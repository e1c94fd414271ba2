package io.wellspring.imports.web;

import io.wellspring.imports.ColumnPreview;
import io.wellspring.imports.DateOrder;
import io.wellspring.imports.DecimalSign;
import io.wellspring.imports.ImportBusy;
import io.wellspring.imports.ImportDesk;
import io.wellspring.imports.ImportField;
import io.wellspring.imports.ImportKind;
import io.wellspring.imports.ImportOver;
import io.wellspring.imports.ImportPreview;
import io.wellspring.imports.ImportState;
import io.wellspring.imports.ImportView;
import io.wellspring.imports.Mapping;
import io.wellspring.imports.MappingRefused;
import io.wellspring.imports.UnknownImport;
import io.wellspring.imports.UploadDesk;
import io.wellspring.jobs.JobRun;
import io.wellspring.jobs.JobRunner;
import io.wellspring.jobs.State;
import io.wellspring.shared.IntakeReport;
import io.wellspring.shared.NamedCount;
import io.wellspring.users.AttributeType;
import io.wellspring.users.IdentityKind;
import io.wellspring.users.IntakeMode;
import io.wellspring.users.PhoneNumbers;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The steps of an import, each a page to leave and come back to. */
@Controller
@RequiredArgsConstructor
class ImportController {

    private static final int REJECTIONS_SHOWN = 20;
    /** The outcomes, those that want to be seen most last. */
    private static final List<String> BY_INTEREST = List.of("UNCHANGED", "CREATED", "UPDATED", "REJECTED");

    private static final List<String> CHARSETS =
            List.of("UTF-8", "GB18030", "UTF-16LE", "UTF-16BE", "Big5", "windows-1252");

    private final ImportDesk desk;
    private final UploadDesk uploads;
    private final JobRunner jobs;
    private final ReasonText reasons;
    private final MessageSource messages;

    @GetMapping("/imports")
    String list(@RequestParam(defaultValue = "1") int page, Model model) {
        model.addAttribute("imports", desk.list(page));
        return "imports/list";
    }

    @GetMapping("/imports/{id}")
    String show(@PathVariable long id, @RequestParam(defaultValue = "") String outcome, Locale locale, Model model) {
        ImportView file = find(id);
        if (file.state() == ImportState.UPLOADED) {
            return columns(file, file.mapping(), locale, model);
        }
        if (file.state() == ImportState.UPLOADING) {
            model.addAttribute("file", file);
            return "imports/arriving";
        }
        Optional<JobRun> run = lastRun(file);
        if (file.state().isBusy() && run.map(JobRun::isOver).orElse(true)) {
            file = find(
                    id); // the work ended between the two looks: what came of it is to be shown, not that it is busy
        }
        model.addAttribute("file", file);
        model.addAttribute("run", run.orElse(null));
        if (file.report() != null && !file.state().isBusy()) {
            rows(file, outcome, model);
        }
        if (file.undo() != null) {
            model.addAttribute("remainder", desk.undoRemainder(id, 0, REJECTIONS_SHOWN));
        }
        return "imports/show";
    }

    @GetMapping("/imports/{id}/columns")
    String columns(@PathVariable long id, Locale locale, Model model) {
        ImportView file = find(id);
        if (file.state() != ImportState.UPLOADED && file.state() != ImportState.REHEARSED) {
            return "redirect:/imports/" + id;
        }
        return columns(file, file.mapping(), locale, model);
    }

    @PostMapping("/imports/{id}/format")
    String read(@PathVariable long id, FormatForm form) {
        desk.read(id, form.format());
        return "redirect:/imports/" + id + "/columns";
    }

    @PostMapping("/imports/{id}/rehearsal")
    String rehearse(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> form,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        Mapping mapping = new MappingForm(form, usualGroup(locale)).mapping();
        String remembered = form.getFirst("remember");
        try {
            if (remembered != null) {
                desk.rememberAs(id, remembered);
            }
            desk.map(id, mapping);
        } catch (MappingRefused refusal) {
            model.addAttribute("refusedAt", refusal.field().orElse(""));
            model.addAttribute("why", messages.getMessage(refusal.messageCode(), refusal.facts(), locale));
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("remember", remembered);
            return columns(find(id), mapping, locale, model);
        }
        desk.rehearse(id);
        return "redirect:/imports/" + id;
    }

    @PostMapping("/imports/{id}/guess")
    String guess(@PathVariable long id) {
        desk.guess(id);
        return "redirect:/imports/" + id + "/columns";
    }

    @PostMapping("/imports/{id}/commit")
    String commit(@PathVariable long id, RedirectAttributes flash, Locale locale) {
        try {
            desk.commit(id);
        } catch (ImportBusy | ImportOver refusal) {
            ImportState state = find(id).state();
            if (state != ImportState.COMMITTING && state != ImportState.COMMITTED) {
                throw refusal;
            }
            flash.addFlashAttribute("done", messages.getMessage("imports.begun-already", null, locale));
        }
        return "redirect:/imports/" + id;
    }

    /** For whoever comes back when the last piece is here and the file was not recognised any more. */
    @PostMapping("/imports/{id}/arrival")
    String arrive(@PathVariable long id) {
        uploads.complete(id);
        return "redirect:/imports/" + id;
    }

    @PostMapping("/imports/{id}/discard")
    String discard(@PathVariable long id, RedirectAttributes flash, Locale locale) {
        desk.discard(id);
        flash.addFlashAttribute("done", messages.getMessage("imports.discarded", null, locale));
        return "redirect:/imports";
    }

    @GetMapping("/imports/{id}/rejected.csv")
    void rejected(@PathVariable long id, HttpServletResponse response) throws IOException {
        find(id);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"rejected-" + id + ".csv\"");
        desk.writeRejectedRows(id, response.getOutputStream(), reasons);
    }

    /** Some rows of the outcome that was asked for, or of the one that most wants to be seen. */
    private void rows(ImportView file, String wanted, Model model) {
        List<NamedCount> outcomes = outcomes(file);
        String shown = outcomes.stream()
                .map(NamedCount::name)
                .filter(wanted::equals)
                .findFirst()
                .or(() -> outcomes.stream().map(NamedCount::name).max(Comparator.comparingInt(BY_INTEREST::indexOf)))
                .orElse("");
        model.addAttribute("outcomes", outcomes);
        model.addAttribute("outcome", shown);
        if (shown.equals("REJECTED")) {
            model.addAttribute("reasonCounts", desk.rejectionReasons(file.id()));
            model.addAttribute("rejections", desk.rejections(file.id(), REJECTIONS_SHOWN));
        } else if (!shown.isEmpty()) {
            model.addAttribute("samples", desk.samples(file.id(), shown));
            model.addAttribute("attributeLabels", desk.attributeLabels(file.id()));
        }
    }

    /** The outcomes of which rows can be seen: after the commit only those that were refused. */
    private static List<NamedCount> outcomes(ImportView file) {
        IntakeReport report = file.report();
        if (report == null) {
            return List.of();
        }
        Stream<NamedCount> staged = file.state() == ImportState.REHEARSED
                ? Stream.of(
                        new NamedCount("CREATED", report.created()),
                        new NamedCount("UPDATED", report.updated()),
                        new NamedCount("UNCHANGED", report.unchanged()))
                : Stream.of();
        return Stream.concat(staged, Stream.of(new NamedCount("REJECTED", report.rejected())))
                .filter(outcome -> outcome.count() > 0)
                .toList();
    }

    /** The columns as they are matched, or as somebody has just tried to match them. */
    private String columns(ImportView file, Mapping mapping, Locale locale, Model model) {
        ImportPreview preview = desk.preview(file.id(), mapping);
        model.addAttribute("file", file);
        model.addAttribute("run", lastRun(file).orElse(null));
        model.addAttribute("preview", preview);
        model.addAttribute("mapping", mapping);
        model.addAttribute(
                "columns",
                preview.columns().stream()
                        .map(column -> ColumnRow.of(column, usualGroup(locale)))
                        .toList());
        model.addAttribute(
                "leftOut",
                preview.columns().stream()
                        .filter(column -> !column.use().isRead())
                        .map(ColumnPreview::name)
                        .toList());
        model.addAttribute("fields", ImportField.of(file.kind()));
        model.addAttribute("attributes", file.kind() == ImportKind.USERS ? desk.attributes() : List.of());
        model.addAttribute("types", AttributeType.values());
        model.addAttribute("modes", IntakeMode.values());
        model.addAttribute("identities", IdentityKind.values());
        model.addAttribute("format", FormatForm.of(file.format()));
        model.addAttribute("charsets", CHARSETS);
        model.addAttribute("delimiters", FormatForm.Delimiter.values());
        model.addAttribute("quotes", FormatForm.QuoteSign.values());
        model.addAttribute("dateOrders", DateOrder.values());
        model.addAttribute("decimalSigns", DecimalSign.values());
        model.addAttribute("regions", PhoneNumbers.regions());
        return "imports/columns";
    }

    private String usualGroup(Locale locale) {
        return messages.getMessage("imports.tags.usual-group", null, locale);
    }

    private ImportView find(long id) {
        return desk.find(id).orElseThrow(() -> new UnknownImport(id));
    }

    /** The work under way on a file, or the last if it failed. */
    private Optional<JobRun> lastRun(ImportView file) {
        return Stream.of("imports.undo", "imports.commit", "imports.rehearse")
                .flatMap(job -> jobs.latest(job, file.subject()).stream())
                .max(Comparator.comparingLong(JobRun::id))
                .filter(run -> !run.isOver() || run.state() == State.FAILED);
    }
}
