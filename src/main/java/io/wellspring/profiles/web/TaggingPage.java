package io.wellspring.profiles.web;

import io.wellspring.profiles.NobodyTicked;
import io.wellspring.profiles.ProfileFilter;
import io.wellspring.profiles.ProfileSearch;
import io.wellspring.shared.UserId;
import io.wellspring.tags.Crowd;
import io.wellspring.tags.CrowdCount;
import io.wellspring.tags.TagBook;
import io.wellspring.tags.TagDesk;
import io.wellspring.users.UserDirectory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A tag for those ticked in the user list, or for all it lets through: choosing it, seeing what it would do, doing it. */
@Controller
@RequiredArgsConstructor
class TaggingPage {

    /** The tag to give or take; {@code tag} is the list's own filter. */
    private static final String WHICH = "which";

    /** Says that only those ticked are meant, though they may be none. */
    private static final String TICKED = "ticked";

    private final ProfileSearch search;
    private final UserDirectory users;
    private final TagBook tags;
    private final TagDesk desk;
    private final MessageSource messages;
    private final UserListAddresses addresses;

    /** What to do to the chosen users. */
    enum Doing {
        GIVE,
        TAKE
    }

    /** Without a tag it is asked for; with one, it says what would happen. */
    @GetMapping("/users/tagging")
    String form(
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestParam(defaultValue = "GIVE") Doing doing,
            @RequestParam(name = WHICH) Optional<Long> which,
            Model model) {
        Chosen chosen = chosen(parameters);
        model.addAttribute("chosen", chosen);
        model.addAttribute("doing", doing);
        model.addAttribute("which", which.orElse(null));
        model.addAttribute("groups", tags.choices());
        which.ifPresent(tag -> {
            CrowdCount count = desk.count(tag, crowd(chosen));
            model.addAttribute("tag", tags.tag(tag));
            model.addAttribute("count", count);
            model.addAttribute("touched", doing == Doing.GIVE ? count.getting() : count.having());
        });
        return "profiles/tagging";
    }

    @PostMapping("/users/tagging")
    String tag(
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestParam Doing doing,
            @RequestParam(name = WHICH) long which,
            RedirectAttributes flash,
            Locale locale) {
        Chosen chosen = chosen(parameters);
        String name = tags.tag(which).tag().name();
        String done =
                switch (doing) {
                    case GIVE -> {
                        CrowdCount count = desk.give(which, crowd(chosen));
                        yield messages.getMessage(
                                "tags.crowd.given",
                                new Object[] {name, count.getting(), count.having(), count.losing()},
                                locale);
                    }
                    case TAKE ->
                        messages.getMessage(
                                "tags.crowd.taken", new Object[] {name, desk.take(which, crowd(chosen))}, locale);
                };
        flash.addFlashAttribute("done", done);
        return "redirect:" + chosen.back();
    }

    private Crowd crowd(Chosen chosen) {
        if (!chosen.ticked().isEmpty()) {
            return new Crowd(
                    Map.of("selected", Integer.toString(chosen.ticked().size())),
                    taker -> chosen.ticked().forEach(taker));
        }
        UserListAddress address = chosen.address();
        Optional<List<UserId>> among = address.query().map(text -> users.search(text, UserListPage.MOST_FOUND));
        ProfileFilter filter = address.filter(among);
        Map<String, String> chosenBy = new LinkedHashMap<>();
        address.values().forEach((field, value) -> chosenBy.put(field.parameter(), value));
        chosenBy.putAll(address.narrowings());
        chosenBy.put("selected", address.query().isPresent() ? "search" : "list");
        return new Crowd(chosenBy, taker -> search.ids(filter, taker));
    }

    private Chosen chosen(MultiValueMap<String, String> parameters) {
        List<UserId> ticked = parameters.getOrDefault("user", List.of()).stream()
                .filter(id -> id.matches("[1-9]\\d{0,17}"))
                .map(id -> new UserId(Long.parseLong(id)))
                .toList();
        if (parameters.containsKey(TICKED) && ticked.isEmpty()) {
            throw new NobodyTicked();
        }
        return new Chosen(addresses.read(parameters.toSingleValueMap()), ticked);
    }

    /**
     * Who was chosen.
     *
     * @param address the list they were chosen from
     * @param ticked the users ticked in it; none means all the list lets through
     */
    record Chosen(UserListAddress address, List<UserId> ticked) {

        public String back() {
            return address.first();
        }

        /** Everything that says who, for hidden fields. */
        public Map<String, String> parameters() {
            return address.parameters();
        }
    }
}
