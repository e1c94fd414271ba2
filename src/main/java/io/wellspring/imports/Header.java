package io.wellspring.imports;

import java.util.List;
import java.util.Set;

/** The names of a file's columns without what does not count, by which files of one kind are known again. */
record Header(List<String> words) {

    private static final Vocabulary ADDED = Vocabulary.of("imports/rejected-columns.properties");

    static Header of(List<String> names) {
        return new Header(names.stream().map(Vocabulary::plain).toList());
    }

    /** Whether such files are read like those of {@code saved}: they are the same, or rows of them that were refused, mended and brought again. */
    boolean isLike(List<String> saved) {
        return words.equals(saved) || isOfRefusedRows() && bare().equals(saved);
    }

    /** Whether the line and the reason stand behind the columns, as where refused rows are handed back. */
    boolean isOfRefusedRows() {
        int own = words.size() - 2;
        return own > 0
                && ADDED.meanings(words.get(own)).equals(Set.of("LINE"))
                && ADDED.meanings(words.get(own + 1)).equals(Set.of("REASON"));
    }

    /** The columns without the line and the reason. */
    List<String> bare() {
        return words.subList(0, words.size() - 2);
    }
}
