package io.wellspring.profiles.web;

import io.wellspring.profiles.ListColumn;
import io.wellspring.profiles.ListView;
import io.wellspring.profiles.ViewBook;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Saved lists of users: saving, renaming, sharing, overwriting and deleting them, and choosing the one that opens. */
@Controller
@RequiredArgsConstructor
class ViewPage {

    private static final String PAGE = "redirect:/users/views";

    private final ViewBook book;
    private final UserListAddresses addresses;
    private final MessageSource messages;

    @GetMapping("/users/views")
    String list(Model model) {
        List<ListView> views = book.views();
        model.addAttribute("own", lines(views, true));
        model.addAttribute("others", lines(views, false));
        model.addAttribute("opening", views.stream().anyMatch(ListView::opens));
        model.addAttribute("longest", ViewBook.LONGEST_NAME);
        return "profiles/views";
    }

    @PostMapping("/users/views")
    String save(
            @RequestParam Map<String, String> parameters,
            @RequestParam String name,
            @RequestParam(defaultValue = "false") boolean shared,
            @RequestParam(defaultValue = "false") boolean opens,
            RedirectAttributes flash,
            Locale locale) {
        long id = book.save(name, kept(parameters), shared, opens);
        return done(flash, locale, "redirect:" + address(id), "profiles.views.saved", name.strip());
    }

    @PostMapping("/users/views/{id}/description")
    String describe(
            @PathVariable long id,
            @RequestParam String name,
            @RequestParam(defaultValue = "false") boolean shared,
            @RequestParam long version,
            RedirectAttributes flash,
            Locale locale) {
        book.describe(id, name, shared, version);
        return done(flash, locale, PAGE, "profiles.views.described", name.strip());
    }

    @PostMapping("/users/views/{id}/list")
    String update(
            @PathVariable long id,
            @RequestParam Map<String, String> parameters,
            @RequestParam long version,
            RedirectAttributes flash,
            Locale locale) {
        book.update(id, kept(parameters), version);
        return done(flash, locale, "redirect:" + address(id), "profiles.views.updated");
    }

    @PostMapping("/users/views/{id}/removal")
    String delete(@PathVariable long id, RedirectAttributes flash, Locale locale) {
        book.delete(id);
        return done(flash, locale, PAGE, "profiles.views.deleted");
    }

    @PostMapping("/users/views/opening")
    String open(@RequestParam Optional<Long> view, RedirectAttributes flash, Locale locale) {
        book.open(view);
        return done(flash, locale, PAGE, view.isPresent() ? "profiles.views.opens" : "profiles.views.opens-all");
    }

    private Map<String, String> kept(Map<String, String> parameters) {
        UserListAddress address = addresses.read(parameters);
        List<ListColumn> columns = address.columns().orElseGet(book::columns);
        return address.kept(columns);
    }

    private String address(long id) {
        return book.views().stream()
                .filter(view -> view.id() == id)
                .findFirst()
                .map(UserListAddress::of)
                .orElse(UserListAddress.EVERYONE);
    }

    private static List<Line> lines(List<ListView> views, boolean own) {
        return views.stream()
                .filter(view -> view.own() == own)
                .map(view -> new Line(view, UserListAddress.of(view)))
                .toList();
    }

    /** A view and where it begins. */
    record Line(ListView view, String address) {}

    private String done(RedirectAttributes flash, Locale locale, String where, String code, Object... arguments) {
        flash.addFlashAttribute("done", messages.getMessage(code, arguments, locale));
        return where;
    }
}
