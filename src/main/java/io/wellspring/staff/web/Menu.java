package io.wellspring.staff.web;

import io.wellspring.shared.web.Markup;
import io.wellspring.shared.web.Written;
import io.wellspring.staff.Role;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;

/**
 * Where a member of staff can go, on every page.
 *
 * @param path where one is
 * @param role what is for others is left out
 * @param decisions what waits on the pages
 */
record Menu(String path, Role role, Decisions decisions, MessageSource texts, Locale locale) implements Written {

    private static final List<Item> OVERVIEW =
            List.of(new Item("nav.overview", "/", "droplet-half-2", Role.OPERATOR, "/overview"));
    private static final List<Group> GROUPS = List.of(
            new Group(
                    "nav.users-group",
                    new Item("nav.users", "/users", "users"),
                    new Item("nav.tags", "/tags", "tags"),
                    new Item("nav.segments", "/segments", "circles-relation"),
                    new Item("nav.imports", "/imports", "file-import", Role.ADMIN, "/welcome")),
            new Group(
                    "nav.insight-group",
                    new Item("nav.rfm", "/rfm", "grid-dots"),
                    new Item("nav.lifecycle", "/lifecycle", "recycle")),
            new Group(
                    "nav.membership-group",
                    new Item("nav.tiers", "/tiers", "stairs-up"),
                    new Item("nav.benefits", "/benefits", "rosette"),
                    new Item("nav.points", "/points", "coins"),
                    new Item("nav.rewards", "/rewards", "gift")),
            new Group(
                    "nav.system-group",
                    new Item("nav.jobs", "/jobs", "player-play"),
                    new Item("nav.staff", "/staff", "shield-lock", Role.ADMIN, "/staff"),
                    new Item("nav.audit", "/audit", "history", Role.ADMIN, "/audit")));

    private record Group(String label, List<Item> items) {

        Group(String label, Item... items) {
            this(label, List.of(items));
        }
    }

    /**
     * A place to go to.
     *
     * @param also another path that belongs to it
     */
    private record Item(String label, String path, String icon, Role least, String also) {

        Item(String label, String path, String icon) {
            this(label, path, icon, Role.OPERATOR, path);
        }

        boolean holds(String at) {
            return at.equals(also) || (path.equals("/") ? at.equals(path) : at.startsWith(path));
        }
    }

    @Override
    public void write(Markup markup) {
        items(OVERVIEW, markup);
        for (Group group : GROUPS) {
            markup.html("<h2>").text(text(group.label())).html("</h2>");
            items(group.items(), markup);
        }
    }

    private void items(List<Item> items, Markup markup) {
        items.stream().filter(item -> role.compareTo(item.least()) >= 0).forEach(item -> {
            markup.html("<a href=\"").text(item.path()).html("\"");
            if (item.holds(path)) {
                markup.html(" class=\"on\" aria-current=\"page\"");
            }
            markup.html("><i class=\"ti ti-").text(item.icon()).html("\" aria-hidden=\"true\"></i><span>");
            markup.text(text(item.label())).html("</span>");
            waiting(item, markup);
            markup.html("</a>");
        });
    }

    /** The overview has all other pages below it, so that it counts none of them. */
    private void waiting(Item item, Markup markup) {
        long count = item.path().equals("/") ? 0 : decisions.at(item.path());
        if (count > 0) {
            markup.html("<span class=\"ws-waits\"><span aria-hidden=\"true\">")
                    .text(Long.toString(count))
                    .html("</span><span class=\"visually-hidden\">")
                    .text(texts.getMessage("nav.waits", new Object[] {count}, locale))
                    .html("</span></span>");
        }
    }

    private String text(String code) {
        return texts.getMessage(code, null, locale);
    }
}
