package io.wellspring.profiles.web;

import io.wellspring.profiles.ListField;
import io.wellspring.profiles.ProfileFilter;
import io.wellspring.profiles.ProfileSort;
import io.wellspring.profiles.ProfileWindow;
import io.wellspring.shared.UserId;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.util.UriComponentsBuilder;

/** What the address of the user list says. */
record UserListAddress(
        Optional<String> query,
        Map<ListField, String> values,
        Map<String, String> narrowings,
        ProfileSort sort,
        boolean descending,
        ProfileWindow window) {

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
                read(parameters, "q"),
                values,
                narrowed,
                read(parameters, "sort").flatMap(ProfileSort::of).orElse(ProfileSort.NET_AMOUNT),
                !"asc".equals(parameters.get("dir")),
                window(parameters));
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

    /** Everything that decides which users are listed and in which order, for hidden fields. */
    public Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        query.ifPresent(text -> parameters.put("q", text));
        values.forEach((field, value) -> parameters.put(field.parameter(), value));
        parameters.putAll(narrowings);
        parameters.put("sort", sort.parameter());
        parameters.put("dir", descending ? "desc" : "asc");
        return parameters;
    }

    public String without(String parameter) {
        Map<String, String> parameters = parameters();
        parameters.remove(parameter);
        return address(parameters);
    }

    /** The other way round if it is sorted by that already, else the greatest first. */
    public String sortedBy(String parameter) {
        Map<String, String> parameters = parameters();
        parameters.put("sort", parameter);
        parameters.put("dir", sort.parameter().equals(parameter) && descending ? "asc" : "desc");
        return address(parameters);
    }

    public String first() {
        return address(parameters());
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

    private String with(String parameter, String value) {
        Map<String, String> parameters = parameters();
        parameters.put(parameter, value);
        return address(parameters);
    }

    private static String address(Map<String, String> parameters) {
        UriComponentsBuilder uri = UriComponentsBuilder.fromPath("/users");
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
