package io.wellspring.membership.web;

import io.wellspring.membership.Programme;
import io.wellspring.membership.TierProgram;
import io.wellspring.shared.web.SideBySide;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
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
        Programme shown = program.published(version);
        Optional<Programme> before = program.versions().stream()
                .filter(other -> !other.isDraft() && other.version() < version)
                .max(Comparator.comparing(Programme::version));
        parts.addBenefits(locale, model);
        model.addAttribute("shown", shown);
        model.addAttribute("before", before.orElse(null));
        model.addAttribute(
                "changes",
                before.map(earlier -> comparison.of(earlier.terms(), shown.terms(), parts.benefitNames(locale), locale))
                        .orElseGet(List::<SideBySide.Field>of));
        model.addAttribute("locale", locale);
        return "membership/version";
    }
}
