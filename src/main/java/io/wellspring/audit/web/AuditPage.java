package io.wellspring.audit.web;

import io.wellspring.audit.AuditEntry;
import io.wellspring.audit.AuditFilter;
import io.wellspring.audit.AuditReading;
import io.wellspring.shared.BusinessClock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Who did what, newest first. */
@Controller
@RequiredArgsConstructor
class AuditPage {

    private static final int SIZE = 50;

    private final AuditReading reading;
    private final SubjectText subjects;
    private final ChangeText texts;
    private final BusinessClock clock;

    /**
     * @param subject as the reader calls it
     * @param page where it is looked at, if its kind has a page
     * @param changes fields and values as the reader calls them
     */
    record Row(AuditEntry entry, String subject, Optional<String> page, List<AuditEntry.Change> changes) {}

    @GetMapping("/audit")
    String list(@ModelAttribute("asked") AuditQuery asked, Locale locale, Model model) {
        AuditFilter filter = asked.filter(subjects.kept(asked.subject(), locale), clock);
        List<String> unclear = asked.unclear();
        List<AuditEntry> found = unclear.isEmpty() ? reading.newestFirst(filter, SIZE + 1) : List.of();
        List<AuditEntry> entries = found.subList(0, Math.min(SIZE, found.size()));
        ChangeText.Page words = texts.in(locale);
        model.addAttribute(
                "rows",
                entries.stream()
                        .map(entry -> new Row(
                                entry,
                                subjects.shown(entry.subject(), locale),
                                SubjectText.page(entry.subject()),
                                words.changes(entry)))
                        .toList());
        model.addAttribute(
                "older", found.size() > SIZE ? Optional.of(entries.getLast().id()) : Optional.empty());
        model.addAttribute("unclear", unclear);
        model.addAttribute("actions", reading.actions());
        model.addAttribute("actors", reading.actors());
        return "audit/list";
    }
}
