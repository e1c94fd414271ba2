package io.wellspring.profiles;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A list of users under a name.
 *
 * @param owner who saved it, by name
 * @param own whether that is the current member of staff, who alone can change it
 * @param parameters what stands in the address of the list: filters, order, columns
 * @param opens whether it opens for the current member of staff where no other list was asked for
 * @param version to be given back with a change, so that nobody overwrites what they have not seen
 */
public record ListView(
        long id,
        String name,
        String owner,
        boolean own,
        boolean shared,
        boolean opens,
        Map<String, String> parameters,
        long version) {

    public ListView {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    /** Parameters as they are stored. */
    static List<String> written(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(one -> one.getKey() + "=" + one.getValue())
                .toList();
    }

    static Map<String, String> read(List<String> written) {
        Map<String, String> parameters = new LinkedHashMap<>();
        written.forEach(one -> {
            int cut = one.indexOf('=');
            parameters.put(one.substring(0, cut), one.substring(cut + 1));
        });
        return parameters;
    }
}
