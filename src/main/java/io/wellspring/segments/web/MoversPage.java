package io.wellspring.segments.web;

import io.wellspring.membership.DraftReading;
import io.wellspring.membership.NoDraft;
import io.wellspring.membership.Programme;
import io.wellspring.membership.TierProgram;
import io.wellspring.shared.UserId;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A segment of those the draft of the tier programme would move up, or take a tier from, as it stands; it does not follow the draft. */
@Controller
@RequiredArgsConstructor
class MoversPage {

    private static final String FALLERS = "fallers";
    private static final String WAY = "/segments/{way:movers|" + FALLERS + "}";

    private final KeepingPeople keeping;
    private final TierProgram program;
    private final DraftReading drafts;

    @GetMapping(WAY + "/new")
    String begin(@PathVariable String way, Locale locale, Model model) {
        return keeping.begin(people(way), locale, model);
    }

    @PostMapping(WAY)
    String save(
            @PathVariable String way,
            @ModelAttribute PeopleForm typed,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        return keeping.save(people(way), typed, locale, model, response, flash);
    }

    private People people(String way) {
        Programme draft = program.draft().orElseThrow(NoDraft::new);
        List<UserId> users = way.equals(FALLERS) ? drafts.fallers(draft) : drafts.movers(draft);
        String seen = Long.toString(draft.edition().edition());
        return new People(way, new Object[] {draft.version(), ""}, seen, Map.of(), users);
    }
}
