package io.wellspring.membership.web;

import io.wellspring.membership.Programme;
import io.wellspring.membership.TierProgram;
import io.wellspring.shared.web.SideBySide;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What a version of the programme says, and what it says otherwise than the one before it. */
@Controller
@RequiredArgsConstructor
class VersionPage {

    private final TierProgram program;
    private final DraftParts parts;
    private final DraftComparison comparison;

    @GetMapping("/tiers/versions/{version:[1-9]\\d{0,8}}")
    String show(@PathVariable int version, Locale locale, Model model) {
        List<Programme> versions = program.publishedUpTo(version);
        Programme shown = versions.getFirst();
        Optional<Programme> before = versions.stream().skip(1).findFirst();
        Map<Long, String> benefitNames = parts.benefitNames(locale);
        model.addAttribute("benefitNames", benefitNames);
        model.addAttribute("shown", shown);
        model.addAttribute("before", before.orElse(null));
        model.addAttribute(
                "changes",
                before.map(earlier -> comparison.of(earlier.terms(), shown.terms(), benefitNames, locale))
                        .orElseGet(List::<SideBySide.Field>of));
        model.addAttribute("locale", locale);
        return "membership/version";
    }
}
