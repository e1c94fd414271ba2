package io.wellspring.profiles.web;

import io.wellspring.profiles.Timeline;
import io.wellspring.profiles.UnreadableTimeline;
import io.wellspring.shared.TimelineMark;
import io.wellspring.shared.UserId;
import io.wellspring.shared.web.Format;
import java.util.Locale;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What every page that shows a user's line needs. */
@Component
@RequiredArgsConstructor
class TimelineView {

    private static final int PAGE_SIZE = 20;

    private final Timeline timeline;
    private final MessageSource messages;
    private final Format format;

    void show(UserId user, String kind, String before, Locale locale, Model model) {
        Optional<TimelineMark> mark = before.isEmpty()
                ? Optional.empty()
                : Optional.of(TimelineMark.read(before).orElseThrow(() -> new UnreadableTimeline(before)));
        Timeline.Page page =
                timeline.page(user, kind.isEmpty() ? Optional.empty() : Optional.of(kind), mark, PAGE_SIZE);
        model.addAttribute("kinds", timeline.kinds());
        model.addAttribute("kind", kind);
        model.addAttribute("before", before);
        model.addAttribute(
                "lines",
                page.entries().stream()
                        .map(entry -> TimelineLine.of(entry, messages, format, locale))
                        .toList());
        model.addAttribute("older", page.older().map(TimelineMark::toString).orElse(null));
        model.addAttribute("timelineUrl", "/users/" + user + "/timeline");
    }
}
