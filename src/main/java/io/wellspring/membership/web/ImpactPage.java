package io.wellspring.membership.web;

import io.wellspring.membership.Faller;
import io.wellspring.membership.Mover;
import io.wellspring.membership.NoDraft;
import io.wellspring.membership.Programme;
import io.wellspring.membership.Tier;
import io.wellspring.membership.TierProgram;
import io.wellspring.membership.TierReading;
import io.wellspring.users.UserDirectory;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Whom the draft would move up, and who would fall by it. */
@Controller
@RequiredArgsConstructor
class ImpactPage {

    private static final int MOVERS_SHOWN = 50;

    private final TierProgram program;
    private final TierReading reading;
    private final UserDirectory users;

    @GetMapping("/tiers/movers")
    String movers(Locale locale, Model model) {
        Programme draft = program.draft().orElseThrow(NoDraft::new);
        List<Programme> versions = program.versions();
        List<Mover> movers = reading.movers(draft, MOVERS_SHOWN);
        model.addAttribute("draft", draft);
        model.addAttribute("movers", movers);
        model.addAttribute("cards", users.cards(movers.stream().map(Mover::user).toList()));
        model.addAttribute("tierNames", names(versions, locale));
        model.addAttribute("mostShown", MOVERS_SHOWN);
        return "membership/movers";
    }

    @GetMapping("/tiers/fallers")
    String fallers(Locale locale, Model model) {
        Programme draft = program.draft().orElseThrow(NoDraft::new);
        List<Faller> fallers = reading.fallers(draft, MOVERS_SHOWN);
        model.addAttribute("draft", draft);
        model.addAttribute("fallers", fallers);
        model.addAttribute(
                "cards", users.cards(fallers.stream().map(Faller::user).toList()));
        model.addAttribute("tierNames", names(program.versions(), locale));
        model.addAttribute("mostShown", MOVERS_SHOWN);
        return "membership/fallers";
    }

    private static Map<Long, String> names(List<Programme> versions, Locale locale) {
        return versions.stream()
                .flatMap(version -> version.terms().tiers().stream())
                .collect(Collectors.toMap(Tier::id, tier -> tier.name(locale)));
    }
}
