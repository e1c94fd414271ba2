package io.wellspring.profiles.web;

import io.wellspring.profiles.ListColumn;
import io.wellspring.profiles.ViewBook;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
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

/** Which columns the list shows, and in which order. The draft stands in the address until it is used. */
@Controller
@RequiredArgsConstructor
class ColumnsPage {

    private static final String SHOWN = "shown";

    private final ViewBook book;
    private final UserListAddresses addresses;
    private final UserRows rows;
    private final MessageSource messages;

    @GetMapping("/users/columns")
    String form(@RequestParam MultiValueMap<String, String> parameters, Locale locale, Model model) {
        UserListAddress address = addresses.read(parameters.toSingleValueMap());
        List<ListColumn> shown = new ArrayList<>(
                parameters.containsKey(SHOWN)
                        ? ListColumn.of(parameters.get(SHOWN))
                        : address.columns().orElseGet(book::columns));
        arrange(shown, parameters);
        model.addAttribute("address", address);
        model.addAttribute("shown", named(shown, locale));
        model.addAttribute(
                "left",
                named(
                        ListColumn.ALL.stream()
                                .filter(column -> !shown.contains(column))
                                .toList(),
                        locale));
        return "profiles/columns";
    }

    /** Of a list opened from a saved view they are changed in the list, to be kept with the view; else they are the reader's own. */
    @PostMapping("/users/columns")
    String use(@RequestParam MultiValueMap<String, String> parameters, RedirectAttributes flash, Locale locale) {
        UserListAddress address = addresses.read(parameters.toSingleValueMap());
        List<ListColumn> shown = ListColumn.of(parameters.getOrDefault(SHOWN, List.of()));
        if (address.view().isPresent() && !shown.isEmpty()) {
            return "redirect:" + address.showing(Optional.of(shown));
        }
        book.show(shown);
        flash.addFlashAttribute("done", messages.getMessage("profiles.columns.kept", null, locale));
        return "redirect:" + address.showing(Optional.empty());
    }

    private static void arrange(List<ListColumn> shown, MultiValueMap<String, String> parameters) {
        of(parameters, "add").filter(column -> !shown.contains(column)).ifPresent(shown::add);
        of(parameters, "remove").ifPresent(shown::remove);
        of(parameters, "up")
                .map(shown::indexOf)
                .filter(at -> at > 0)
                .ifPresent(at -> Collections.swap(shown, at, at - 1));
        of(parameters, "down")
                .map(shown::indexOf)
                .filter(at -> at >= 0 && at < shown.size() - 1)
                .ifPresent(at -> Collections.swap(shown, at, at + 1));
        if (parameters.containsKey("usual")) {
            shown.clear();
            shown.addAll(ListColumn.USUAL);
        }
    }

    private static Optional<ListColumn> of(MultiValueMap<String, String> parameters, String name) {
        return Optional.ofNullable(parameters.getFirst(name)).flatMap(ListColumn::of);
    }

    private List<Line> named(List<ListColumn> columns, Locale locale) {
        return columns.stream()
                .map(column -> new Line(
                        column.code(), rows.label(column, locale), column.sort().isPresent()))
                .toList();
    }

    /** One column to choose. */
    record Line(String code, String label, boolean sortable) {}
}
