package io.wellspring.profiles.web;

import io.wellspring.metrics.BusinessFigures;
import io.wellspring.metrics.CurrentFigures;
import io.wellspring.metrics.UserFigures;
import io.wellspring.profiles.ProfileColumnStore;
import io.wellspring.profiles.ProfileSearch;
import io.wellspring.rfm.RfmModels;
import io.wellspring.rfm.RfmReading;
import io.wellspring.rfm.RfmSnapshot;
import io.wellspring.rfm.UserScores;
import io.wellspring.shared.UserId;
import io.wellspring.shared.web.Chart;
import io.wellspring.tags.TagBook;
import io.wellspring.users.UnknownUser;
import io.wellspring.users.UserDirectory;
import io.wellspring.users.UserMerging;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Everything about one user: the head, the figures and the timeline here, the rest from the modules that know it. */
@Controller
@RequiredArgsConstructor
class UserPage {

    private static final String RECENCY = "#d9603f";
    private static final String FREQUENCY = "#0b6e7b";
    private static final String MONETARY = "#c8912b";

    private final UserDirectory users;
    private final TagBook tags;
    private final UserMerging merging;
    private final ProfileSearch profiles;
    private final ProfileColumnStore columns;
    private final BusinessFigures figures;
    private final RfmReading rfm;
    private final RfmModels models;
    private final TimelineView timeline;

    @GetMapping("/users/{id:[1-9]\\d{0,17}}")
    String show(@PathVariable long id, Locale locale, Model model) {
        UserId user = new UserId(id);
        Optional<UserId> survivor = merging.survivorOf(user);
        if (survivor.isPresent()) {
            return "redirect:/users/" + survivor.get();
        }
        model.addAttribute("user", users.card(user).orElseThrow(() -> new UnknownUser(user)));
        model.addAttribute("profile", profiles.find(user).orElse(null));
        Optional<UserFigures> userFigures = figures.userFigures(user);
        model.addAttribute("figures", userFigures.orElse(null));
        model.addAttribute(
                "topShare",
                userFigures.map(known -> columns.shareWithNet(known.net())).orElse(null));
        model.addAttribute("asOf", figures.current().map(CurrentFigures::asOf).orElse(null));
        model.addAttribute("words", models.words(locale));
        model.addAttribute("tags", tags.tagsOf(user));
        Optional<RfmSnapshot> standing = rfm.standing();
        List<UserScores> history = rfm.history(user);
        model.addAttribute("standing", standing.orElse(null));
        model.addAttribute(
                "scores",
                standing.flatMap(snapshot -> history.stream()
                                .filter(scores -> scores.snapshotId() == snapshot.id())
                                .findFirst())
                        .flatMap(UserScores::measured)
                        .orElse(null));
        model.addAttribute(
                "rank",
                standing.flatMap(snapshot -> rfm.rank(snapshot.id(), user)).orElse(null));
        model.addAttribute("history", history.reversed());
        if (history.size() > 1) {
            model.addAttribute("chart", chart(history));
        }
        timeline.show(user, "", "", locale, model);
        return "profiles/show";
    }

    private static Chart chart(List<UserScores> history) {
        return Chart.of(
                "lines",
                Map.of(
                        "labels",
                        history.stream().map(scores -> scores.asOf().toString()).toList(),
                        "min",
                        0,
                        "max",
                        5,
                        "interval",
                        1,
                        "series",
                        List.of(
                                series("R", RECENCY, history, UserScores.Measured::r),
                                series("F", FREQUENCY, history, UserScores.Measured::f),
                                series("M", MONETARY, history, UserScores.Measured::m))));
    }

    private static Map<String, Object> series(
            String name, String colour, List<UserScores> history, ToIntFunction<UserScores.Measured> score) {
        List<@Nullable Integer> values = new ArrayList<>();
        history.forEach(
                scores -> values.add(scores.measured().map(score::applyAsInt).orElse(null)));
        return Map.of("name", name, "colour", colour, "values", values);
    }
}
