package io.wellspring.profiles.web;

import io.wellspring.profiles.ListColumn;
import io.wellspring.profiles.ListField;
import io.wellspring.profiles.ListView;
import io.wellspring.profiles.ProfileFilter;
import io.wellspring.profiles.ProfileSort;
import io.wellspring.profiles.ProfileWindow;
import io.wellspring.shared.UserId;
import io.wellspring.shared.web.HiddenFields;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What the address of the user list says.
 *
 * @param columns which to show; where it says none, those the reader has chosen
 * @param view the saved view it was opened from, whatever was changed since
 */
record UserListAddress(
        Optional<String> query,
        Map<ListField, String> values,
        Map<String, String> narrowings,
        ProfileSort sort,
        boolean descending,
        Optional<List<ListColumn>> columns,
        Optional<Long> view,
        ProfileWindow window) {

    /** The list of all users, also for those whom another view opens. */
    static final String EVERYONE = "/users?view=all";

    /** What the page of the list lets one type or choose, whatever users there are. */
    static final Set<String> TYPED =
            Set.of("q", ListField.ORDERS_MIN.parameter(), ListField.ORDERS_MAX.parameter(), "sort", "dir");

    private static final String QUERY = "q";
    private static final String COLUMNS = "columns";
    private static final String VIEW = "view";

    /** @param narrowings the parameters of other modules */
    static UserListAddress of(Map<String, String> parameters, Collection<String> narrowings) {
        Map<ListField, String> values = new EnumMap<>(ListField.class);
        for (ListField field : ListField.ALL) {
            read(parameters, field.parameter()).ifPresent(value -> values.put(field, value));
        }
        Map<String, String> narrowed = new LinkedHashMap<>();
        for (String narrowing : narrowings) {
            read(parameters, narrowing).ifPresent(value -> narrowed.put(narrowing, value));
        }
        return new UserListAddress(
                read(parameters, QUERY),
                values,
                narrowed,
                read(parameters, "sort").flatMap(ProfileSort::of).orElse(ProfileSort.NET_AMOUNT),
                !"asc".equals(parameters.get("dir")),
                read(parameters, COLUMNS)
                        .map(codes -> ListColumn.of(List.of(codes.split(","))))
                        .filter(chosen -> !chosen.isEmpty()),
                read(parameters, VIEW)
                        .filter(number -> number.matches("[1-9]\\d{0,17}"))
                        .map(Long::valueOf),
                window(parameters));
    }

    /** Where a saved view begins. */
    static String of(ListView view) {
        Map<String, String> parameters = new LinkedHashMap<>(view.parameters());
        parameters.put(VIEW, Long.toString(view.id()));
        return address("/users", parameters);
    }

    public ProfileFilter filter(Optional<List<UserId>> among) {
        return new ProfileFilter(values, narrowings, among);
    }

    public String value(String parameter) {
        return values.entrySet().stream()
                .filter(entry -> entry.getKey().parameter().equals(parameter))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    String narrowing(String parameter) {
        return narrowings.getOrDefault(parameter, "");
    }

    /** Everything that decides which users are listed, how and in which order, for hidden fields. */
    public Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        query.ifPresent(text -> parameters.put(QUERY, text));
        values.forEach((field, value) -> parameters.put(field.parameter(), value));
        parameters.putAll(narrowings);
        parameters.put("sort", sort.parameter());
        parameters.put("dir", descending ? "desc" : "asc");
        columns.ifPresent(chosen -> parameters.put(COLUMNS, ListColumn.codes(chosen)));
        view.ifPresent(id -> parameters.put(VIEW, Long.toString(id)));
        return parameters;
    }

    public HiddenFields hidden() {
        return new HiddenFields(parameters());
    }

    /** What of it a saved view holds: not whom somebody searched for, which is personal data. */
    Map<String, String> kept(List<ListColumn> shown) {
        Map<String, String> parameters = parameters();
        parameters.remove(QUERY);
        parameters.remove(VIEW);
        parameters.put(COLUMNS, ListColumn.codes(shown));
        return parameters;
    }

    public String without(String parameter) {
        Map<String, String> parameters = parameters();
        parameters.remove(parameter);
        return address("/users", parameters);
    }

    /** The other way round if it is sorted by that already, else the greatest first, or of codes the first. */
    String sortedBy(ProfileSort other) {
        Map<String, String> parameters = parameters();
        parameters.put("sort", other.parameter());
        parameters.put("dir", (sort == other ? descending : other.isByCode()) ? "asc" : "desc");
        return address("/users", parameters);
    }

    /** The same users in the same order with other columns; with none, those the reader has chosen. */
    String showing(Optional<List<ListColumn>> others) {
        return new UserListAddress(query, values, narrowings, sort, descending, others, view, window).first();
    }

    public String first() {
        return address("/users", parameters());
    }

    public String last() {
        return with("last", "true");
    }

    public String after(ProfileWindow.Mark mark) {
        return with("after", mark.toString());
    }

    public String before(ProfileWindow.Mark mark) {
        return with("before", mark.toString());
    }

    /** The same list with its users counted before it is shown. */
    public String counted() {
        return with("count", "yes");
    }

    /** Where the totals of this list come from. */
    public String totals() {
        return address("/users/totals", parameters());
    }

    /** Where its columns are chosen. */
    public String choosingColumns() {
        return address("/users/columns", parameters());
    }

    private String with(String parameter, String value) {
        Map<String, String> parameters = parameters();
        parameters.put(parameter, value);
        return address("/users", parameters);
    }

    private static String address(String path, Map<String, String> parameters) {
        UriComponentsBuilder uri = UriComponentsBuilder.fromPath(path);
        parameters.keySet().forEach(name -> uri.queryParam(name, "{" + name + "}"));
        return uri.encode().buildAndExpand(parameters).toUriString();
    }

    private static ProfileWindow window(Map<String, String> parameters) {
        Optional<ProfileWindow> after =
                read(parameters, "after").flatMap(ProfileWindow.Mark::parse).map(ProfileWindow.After::new);
        Optional<ProfileWindow> before =
                read(parameters, "before").flatMap(ProfileWindow.Mark::parse).map(ProfileWindow.Before::new);
        Optional<ProfileWindow> last = read(parameters, "last").map(value -> new ProfileWindow.Last());
        return after.or(() -> before).or(() -> last).orElseGet(ProfileWindow.First::new);
    }

    private static Optional<String> read(Map<String, String> parameters, String name) {
        return Optional.ofNullable(parameters.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }
}
