package io.wellspring.profiles.web;

import io.wellspring.lifecycle.Stage;
import io.wellspring.profiles.ExportedProfile;
import io.wellspring.profiles.ListField;
import io.wellspring.profiles.ListNarrowing;
import io.wellspring.profiles.Profile;
import io.wellspring.profiles.ProfileFilter;
import io.wellspring.profiles.ProfilePage;
import io.wellspring.profiles.ProfileSearch;
import io.wellspring.rfm.RfmClass;
import io.wellspring.rfm.RfmGroup;
import io.wellspring.rfm.RfmModels;
import io.wellspring.rfm.RfmReading;
import io.wellspring.rfm.RfmWords;
import io.wellspring.shared.WellspringProperties;
import io.wellspring.shared.web.CsvDownload;
import io.wellspring.tags.TagBook;
import io.wellspring.users.UserDirectory;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of users: searched, filtered, sorted, paged and exported; all of it in the address. */
@Controller
@RequiredArgsConstructor
class UserListPage {

    private static final int PAGE_SIZE = 50;
    static final int MOST_FOUND = 1000;

    private final ProfileSearch search;
    private final UserDirectory users;
    private final RfmModels models;
    private final RfmReading reading;
    private final TagBook tags;
    private final MessageSource messages;
    private final WellspringProperties properties;
    private final List<ListNarrowing> narrowings;

    @GetMapping("/users")
    String list(@RequestParam Map<String, String> parameters, Locale locale, Model model) {
        UserListAddress address = address(parameters);
        ProfileFilter filter = filter(address);
        RfmWords words = models.words(locale);
        ProfilePage page = search.page(filter, address.sort(), address.descending(), address.window(), PAGE_SIZE);
        model.addAttribute("address", address);
        model.addAttribute("list", page);
        model.addAttribute(
                "cards", users.cards(page.rows().stream().map(Profile::id).toList()));
        model.addAttribute("words", words);
        model.addAttribute("chips", chips(address, words, locale));
        model.addAttribute("classes", RfmClass.ALL);
        model.addAttribute("groups", RfmGroup.ALL);
        model.addAttribute("stages", Stage.ALL);
        model.addAttribute("channels", search.channels());
        model.addAttribute("standing", reading.standing().orElse(null));
        model.addAttribute("withContact", search.exportsContact());
        model.addAttribute(
                "cutShort",
                filter.among().filter(found -> found.size() >= MOST_FOUND).isPresent());
        model.addAttribute("mostFound", MOST_FOUND);
        return "profiles/list";
    }

    @PostMapping("/users/export")
    void export(@RequestParam Map<String, String> parameters, Locale locale, HttpServletResponse response) {
        UserListAddress address = address(parameters);
        ProfileFilter filter = filter(address);
        RfmWords words = models.words(locale);
        boolean withContact = search.exportsContact();
        try (Export export = new Export(response, words, withContact, locale)) {
            search.export(filter, address.sort(), address.descending(), export::row);
            export.headAtLeast();
        }
    }

    /** The filter with those somebody searched for, if anybody did. */
    private ProfileFilter filter(UserListAddress address) {
        return address.filter(address.query().map(text -> users.search(text, MOST_FOUND)));
    }

    private UserListAddress address(Map<String, String> parameters) {
        return UserListAddress.of(
                parameters, narrowings.stream().map(ListNarrowing::parameter).toList());
    }

    private List<Chip> chips(UserListAddress address, RfmWords words, Locale locale) {
        Stream<Chip> searched = address.query().stream()
                .map(text -> new Chip(text("profiles.filter.q", locale, text), address.without("q")));
        Stream<Chip> filtered = address.values().entrySet().stream()
                .map(entry -> new Chip(
                        text(
                                "profiles.filter." + entry.getKey().parameter(),
                                locale,
                                meaning(entry.getKey(), entry.getValue(), words, locale)),
                        address.without(entry.getKey().parameter())));
        Stream<Chip> narrowed = narrowings.stream()
                .filter(one -> address.narrowings().containsKey(one.parameter()))
                .map(one -> new Chip(
                        one.described(address.narrowing(one.parameter()), locale), address.without(one.parameter())));
        return Stream.of(searched, narrowed, filtered).flatMap(part -> part).toList();
    }

    private String meaning(ListField field, String value, RfmWords words, Locale locale) {
        return switch (field) {
            case CLASS, FROM_CLASS, GROUP -> words.ofCode(value);
            case STAGE ->
                Arrays.stream(value.split(",")).map(one -> stage(one, locale)).collect(Collectors.joining(", "));
            case STAGE_ON, STAGE_FROM -> {
                String[] parts = value.split("\\.");
                yield text("profiles.stage-on", locale, stage(parts[0], locale), parts[1]);
            }
            case STAGE_MOVE -> {
                String[] parts = value.split("\\.");
                yield text(
                        "profiles.stage-move",
                        locale,
                        stage(parts[0], locale),
                        stage(parts[1], locale),
                        parts[2],
                        parts[3]);
            }
            case SCORED -> text("profiles.scored." + value, locale);
            case R,
                    F,
                    M,
                    CHANNEL,
                    CITY,
                    ORDERS_MIN,
                    ORDERS_MAX,
                    REGISTERED_FROM,
                    REGISTERED_TO,
                    LAST_ORDER_FROM,
                    LAST_ORDER_TO -> value;
            case TAG -> tagged(value, locale);
        };
    }

    private String stage(String name, Locale locale) {
        return text("lifecycle.stage." + name, locale);
    }

    private String tagged(String value, Locale locale) {
        return value.matches("\\d+")
                ? tags.find(Long.parseLong(value))
                        .map(tag -> tag.tag().group() + " · " + tag.tag().name())
                        .orElseGet(() -> text("profiles.tag.gone", locale, value))
                : text("profiles.tag." + value, locale);
    }

    private String text(String code, Locale locale, Object... arguments) {
        return messages.getMessage(code, arguments, locale);
    }

    /** A filter at work, and the address without it. */
    record Chip(String text, String without) {}

    /** Opened with the first row, so that a refusal before it is still a page. */
    private final class Export implements AutoCloseable {

        private final HttpServletResponse response;
        private final RfmWords words;
        private final boolean withContact;
        private final Locale locale;
        private Optional<CsvDownload> csv = Optional.empty();

        Export(HttpServletResponse response, RfmWords words, boolean withContact, Locale locale) {
            this.response = response;
            this.words = words;
            this.withContact = withContact;
            this.locale = locale;
        }

        void row(ExportedProfile row) {
            CsvDownload out = csv.orElseGet(this::open);
            Profile profile = row.profile();
            Stream<Object> who = Stream.of(row.externalId().orElse(""));
            Stream<Object> contact = row.contact()
                    .map(known -> Stream.<Object>of(
                            known.name().orElse(""),
                            known.phone().orElse(""),
                            known.email().orElse("")))
                    .orElse(Stream.empty());
            Stream<Object> figures = Stream.of(
                    profile.channel().orElse(""),
                    profile.city().orElse(""),
                    profile.registeredOn().map(Object::toString).orElse(""),
                    profile.lastOrderOn().map(Object::toString).orElse(""),
                    profile.orders(),
                    profile.refunds(),
                    profile.net().in(properties.currency()),
                    profile.standing().map(standing -> (Object) standing.r()).orElse(""),
                    profile.standing().map(standing -> (Object) standing.f()).orElse(""),
                    profile.standing().map(standing -> (Object) standing.m()).orElse(""),
                    profile.standing()
                            .map(standing -> words.of(standing.klass()))
                            .orElse(""),
                    profile.standing()
                            .map(standing -> words.of(standing.group()))
                            .orElse(""),
                    profile.stage().map(at -> stage(at.stage().name(), locale)).orElse(""),
                    profile.stage().map(at -> at.since().toString()).orElse(""));
            out.row(Stream.of(who, contact, figures).flatMap(part -> part).toArray());
        }

        void headAtLeast() {
            if (csv.isEmpty()) {
                open();
            }
        }

        @Override
        public void close() {
            csv.ifPresent(CsvDownload::close);
        }

        private CsvDownload open() {
            CsvDownload out = CsvDownload.to(response, "users.csv");
            csv = Optional.of(out);
            Stream<String> contact = withContact ? Stream.of("name", "phone", "email") : Stream.empty();
            Stream<String> columns = Stream.of(
                            Stream.of("external-id"),
                            contact,
                            Stream.of(
                                    "channel",
                                    "city",
                                    "registered",
                                    "last-order",
                                    "orders",
                                    "refunds",
                                    "net",
                                    "r",
                                    "f",
                                    "m",
                                    "class",
                                    "group",
                                    "stage",
                                    "stage-since"))
                    .flatMap(part -> part);
            out.row(columns.map(column -> text("profiles.column." + column, locale))
                    .toArray());
            return out;
        }
    }
}
