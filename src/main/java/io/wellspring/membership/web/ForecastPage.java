package io.wellspring.membership.web;

import io.wellspring.membership.CurrentTiers;
import io.wellspring.membership.Dropping;
import io.wellspring.membership.DroppingFilter;
import io.wellspring.membership.DroppingQuery;
import io.wellspring.membership.Programme;
import io.wellspring.membership.Tier;
import io.wellspring.membership.TierForecast;
import io.wellspring.membership.TierProgram;
import io.wellspring.membership.Tiering;
import io.wellspring.shared.Slice;
import io.wellspring.users.UserDirectory;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** Who will drop in the next months unless they do more, and what each of them lacks. */
@Controller
@RequiredArgsConstructor
class ForecastPage {

    private static final int PAGE_SIZE = 50;

    private final TierForecast forecast;
    private final TierProgram program;
    private final Tiering tiering;
    private final UserDirectory users;

    @GetMapping("/tiers/dropping")
    String dropping(
            @ModelAttribute("asked") DroppingQuery asked,
            @RequestParam(defaultValue = "1") int page,
            Locale locale,
            Model model) {
        DroppingFilter filter = asked.filter(forecast.little());
        Slice<Dropping> asFar = forecast.dropping(filter, page, PAGE_SIZE);
        Slice<Dropping> found = asFar.rows().isEmpty() && page > 1 ? forecast.dropping(filter, 1, PAGE_SIZE) : asFar;
        model.addAttribute("found", found);
        model.addAttribute("asOf", forecast.asOf().orElse(null));
        model.addAttribute("months", months());
        model.addAttribute("little", forecast.little());
        model.addAttribute(
                "cards", users.cards(found.rows().stream().map(Dropping::user).toList()));
        model.addAttribute("tiers", tiers());
        model.addAttribute("standing", standing());
        model.addAttribute("address", address("/tiers/dropping", asked));
        model.addAttribute("keep", address("/segments/dropping/new", asked));
        model.addAttribute("locale", locale);
        return "membership/dropping";
    }

    private List<YearMonth> months() {
        return forecast.asOf().map(YearMonth::from).stream()
                .flatMap(first -> IntStream.rangeClosed(0, TierForecast.MONTHS).mapToObj(first::plusMonths))
                .toList();
    }

    private Map<Long, Tier> tiers() {
        return program.versions().stream()
                .flatMap(version -> version.terms().tiers().stream())
                .collect(Collectors.toMap(Tier::id, tier -> tier));
    }

    /** The tiers users stand in that one can drop from. */
    private List<Tier> standing() {
        Optional<Integer> made = tiering.current().map(CurrentTiers::version);
        return program.versions().stream()
                .filter(version ->
                        made.filter(number -> number == version.version()).isPresent())
                .map(Programme::terms)
                .flatMap(terms -> terms.tiers().stream())
                .filter(tier -> !tier.isBase())
                .toList();
    }

    private static String address(String path, DroppingQuery asked) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        asked.readable().forEach(address::queryParam);
        return address.toUriString();
    }
}
