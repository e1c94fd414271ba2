package io.wellspring.profiles.web;

import io.wellspring.profiles.Profile;
import io.wellspring.profiles.ProfileSearch;
import io.wellspring.profiles.SimilarUser;
import io.wellspring.rfm.RfmModels;
import io.wellspring.shared.UserId;
import io.wellspring.users.UnknownUser;
import io.wellspring.users.UserCard;
import io.wellspring.users.UserDirectory;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;

/** Who is like one user: a page of its own, and a part of the user's page. */
@Controller
@RequiredArgsConstructor
class SimilarUsersController {

    private static final int SHOWN = 6;

    private final ProfileSearch profiles;
    private final UserDirectory users;
    private final RfmModels models;

    record Row(UserCard card, SimilarUser user) {}

    @GetMapping("/users/{id:[1-9]\\d{0,17}}/similar")
    String similar(
            @PathVariable long id,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean part,
            Locale locale,
            Model model) {
        UserId user = new UserId(id);
        List<SimilarUser> found = profiles.similarTo(user, SHOWN);
        Map<UserId, UserCard> cards =
                users.cards(found.stream().map(SimilarUser::id).toList());
        Profile profile = profiles.find(user).orElse(null);
        model.addAttribute("user", users.card(user).orElseThrow(() -> new UnknownUser(user)));
        model.addAttribute("profile", profile);
        model.addAttribute("words", models.words(locale));
        model.addAttribute(
                "similar",
                found.stream()
                        .flatMap(one ->
                                Optional.ofNullable(cards.get(one.id())).map(card -> new Row(card, one)).stream())
                        .toList());
        return part ? "profiles/similar :: similar" : "profiles/similar";
    }
}
