package io.wellspring.profiles.web;

import io.wellspring.profiles.ListColumn;
import io.wellspring.profiles.ListField;
import io.wellspring.profiles.ListView;
import io.wellspring.profiles.ProfileFilter;
import io.wellspring.profiles.ProfilePage;
import io.wellspring.profiles.ProfileSearch;
import io.wellspring.profiles.ViewBook;
import io.wellspring.rfm.RfmModels;
import io.wellspring.rfm.RfmReading;
import io.wellspring.rfm.RfmWords;
import io.wellspring.shared.PageReading;
import io.wellspring.shared.Refusal;
import io.wellspring.shared.WellspringProperties;
import io.wellspring.shared.web.Choices;
import io.wellspring.shared.web.Format;
import io.wellspring.shared.web.HiddenFields;
import io.wellspring.shared.web.Markup;
import io.wellspring.shared.web.Written;
import io.wellspring.users.UserDirectory;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
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
    private final TagFilter tagFilter;
    private final MessageSource messages;
    private final WellspringProperties properties;
    private final UserListAddresses addresses;
    private final UserRows rows;
    private final ViewBook views;
    private final Format format;
    private final ListChips chips;
    private final ListFilters filters;
    private final PageReading pageReading;

    @GetMapping("/users")
    String list(@RequestParam Map<String, String> parameters, Locale locale, Model model) {
        return pageReading.of(() -> shown(parameters, locale, model));
    }

    private String shown(Map<String, String> parameters, Locale locale, Model model) {
        List<ListView> saved = views.views();
        Optional<ListView> opening = saved.stream().filter(ListView::opens).findFirst();
        if (parameters.isEmpty() && opening.isPresent()) {
            return "redirect:" + UserListAddress.of(opening.get());
        }
        UserListAddress address = addresses.read(parameters);
        Optional<ListView> open = address.view()
                .flatMap(id -> saved.stream().filter(view -> view.id() == id).findFirst());
        List<ListColumn> columns = address.columns().orElseGet(views::columns);
        ProfileFilter filter = filter(address);
        RfmWords words = models.words(locale);
        Map<Integer, String> tiers = rows.tiers(locale);
        Found found = find(address, filter, open.isPresent(), parameters.containsKey("count"), locale);
        ProfilePage page = found.page();
        model.addAttribute("address", address);
        model.addAttribute("everyone", UserListAddress.EVERYONE);
        model.addAttribute("list", page);
        model.addAttribute("rows", rows.of(page.rows(), columns, words, tiers, locale));
        model.addAttribute("heads", heads(address, columns, locale));
        model.addAttribute(
                "broken",
                found.broken().or(() -> chips.goneTag(address, locale)).orElse(null));
        model.addAttribute("words", words);
        model.addAttribute("chips", chips.of(address, words, locale));
        ProfileSearch.Surroundings around = search.surroundings();
        List<ListFilters.Filter> offered = filters.of(address, words, tiers, around.channels(), locale);
        model.addAttribute("filters", offered);
        model.addAttribute("tiers", tiers);
        boolean byTag = tagFilter.show(around.countsAtOnce(), address.value(ListField.TAG.parameter()), locale, model);
        model.addAttribute("byTag", byTag);
        model.addAttribute("carried", new HiddenFields(carried(address, offered, byTag)));
        model.addAttribute("sorts", sorts(address, columns, locale));
        model.addAttribute("standing", reading.standing().orElse(null));
        model.addAttribute("withContact", search.exportsContact());
        model.addAttribute(
                "cutShort",
                filter.among().filter(some -> some.size() >= MOST_FOUND).isPresent());
        model.addAttribute("mostFound", MOST_FOUND);
        views(model, saved, open, address, columns);
        page.totals().ifPresent(totals -> model.addAttribute("footings", footings(columns, totals)));
        return "profiles/list";
    }

    /** The totals alone, for a list whose users took longer to count than to show. */
    @GetMapping("/users/totals")
    String totals(@RequestParam Map<String, String> parameters, Model model) {
        UserListAddress address = addresses.read(parameters);
        ProfilePage.Totals totals = search.totals(filter(address));
        model.addAttribute("totals", totals);
        model.addAttribute("footings", footings(address.columns().orElseGet(views::columns), totals));
        return "profiles/_totals :: row";
    }

    @PostMapping("/users/export")
    void export(@RequestParam Map<String, String> parameters, Locale locale, HttpServletResponse response) {
        UserListAddress address = addresses.read(parameters);
        ProfileFilter filter = filter(address);
        List<ListColumn> columns = address.columns().orElseGet(views::columns);
        try (UserListCsv csv = new UserListCsv(
                response,
                columns,
                search.exportsContact(),
                models.words(locale),
                rows.tiers(locale),
                messages,
                locale,
                properties.currency())) {
            search.export(filter, address.sort(), address.descending(), columns, csv::row);
            csv.headAtLeast();
        }
    }

    private record Found(ProfilePage page, Optional<String> broken) {}

    /** A saved view opens even if what it asks for is gone: it lets nobody through then, and says why. */
    private Found find(
            UserListAddress address, ProfileFilter filter, boolean opensAnyway, boolean counted, Locale locale) {
        try {
            ProfilePage page = search.page(filter, address.sort(), address.descending(), address.window(), PAGE_SIZE);
            return new Found(
                    counted && page.totals().isEmpty()
                            ? new ProfilePage(
                                    page.rows(), page.before(), page.after(), Optional.of(search.totals(filter)))
                            : page,
                    Optional.empty());
        } catch (Refusal gone) {
            if (!opensAnyway) {
                throw gone;
            }
            return new Found(
                    ProfilePage.empty(), Optional.of(messages.getMessage(gone.messageCode(), gone.facts(), locale)));
        }
    }

    /** The filter with those somebody searched for, if anybody did. */
    private ProfileFilter filter(UserListAddress address) {
        return address.filter(address.query().map(text -> users.search(text, MOST_FOUND)));
    }

    private static void views(
            Model model,
            List<ListView> saved,
            Optional<ListView> open,
            UserListAddress address,
            List<ListColumn> columns) {
        model.addAttribute(
                "views",
                saved.stream()
                        .map(view -> new ViewLink(
                                view,
                                UserListAddress.of(view),
                                open.filter(view::equals).isPresent()))
                        .toList());
        model.addAttribute("open", open.orElse(null));
        model.addAttribute("viewGone", address.view().isPresent() && open.isEmpty());
        model.addAttribute(
                "changed",
                open.filter(view -> !view.parameters().equals(address.kept(columns)))
                        .isPresent());
        model.addAttribute("kept", new HiddenFields(address.kept(columns)));
    }

    /** A saved view to go to. */
    record ViewLink(ListView view, String address, boolean open) {}

    private List<Head> heads(UserListAddress address, List<ListColumn> columns, Locale locale) {
        return columns.stream()
                .map(column -> new Head(
                        rows.label(column, locale),
                        column.isFigure(),
                        column.sort().map(address::sortedBy).orElse(null),
                        column.sort().filter(address.sort()::equals).isEmpty()
                                ? "none"
                                : address.descending() ? "descending" : "ascending"))
                .toList();
    }

    /** What the form of filters sends along since it does not ask for it itself. */
    private static Map<String, String> carried(
            UserListAddress address, List<ListFilters.Filter> offered, boolean byTag) {
        Map<String, String> carried = address.parameters();
        carried.keySet().removeAll(UserListAddress.TYPED);
        offered.forEach(filter -> carried.remove(filter.name()));
        if (byTag) {
            carried.remove(ListField.TAG.parameter());
        }
        return carried;
    }

    /** What the list can be sorted by where its heads cannot be seen: what it shows, and what it is sorted by now. */
    private Choices sorts(UserListAddress address, List<ListColumn> columns, Locale locale) {
        return new Choices(
                ListColumn.ALL.stream()
                        .filter(column -> column.sort().isPresent())
                        .filter(column -> columns.contains(column)
                                || column.sort().filter(address.sort()::equals).isPresent())
                        .map(column ->
                                new Choices.Choice(column.sort().orElseThrow().parameter(), rows.label(column, locale)))
                        .toList(),
                address.sort().parameter());
    }

    private List<Footing> footings(List<ListColumn> columns, ProfilePage.Totals totals) {
        return columns.stream()
                .map(column -> switch (column) {
                    case ORDERS -> new Footing(format.count(totals.orders()));
                    case NET -> new Footing(format.money(totals.net()));
                    default -> new Footing(null);
                })
                .toList();
    }

    /** A column's head: what it is sorted by if it can be, and which way it goes now. */
    record Head(String label, boolean figure, @Nullable String sorted, String sorting) implements Written {

        @Override
        public void write(Markup markup) {
            markup.html("<th scope=\"col\"");
            if (figure) {
                markup.html(" class=\"n\"");
            }
            if (sorted == null) {
                markup.html(">").text(label).html("</th>");
                return;
            }
            markup.html(" aria-sort=\"")
                    .text(sorting)
                    .html("\"><a href=\"")
                    .text(sorted)
                    .html("\"><span>");
            markup.text(label).html("</span>");
            switch (sorting) {
                case "descending" -> markup.html(" ↓");
                case "ascending" -> markup.html(" ↑");
                default -> markup.html("");
            }
            markup.html("</a></th>");
        }
    }

    /** A total below a column, or nothing. */
    record Footing(@Nullable String text) {}
}
