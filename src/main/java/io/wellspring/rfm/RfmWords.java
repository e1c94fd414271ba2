package io.wellspring.rfm;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What classes and groups are called on screens: as a manager named them in the model in force, else in the reader's language. */
public record RfmWords(Map<String, String> texts) {

    private static final String NOT_SCORED = "NONE";

    public RfmWords {
        texts = Map.copyOf(texts);
    }

    public String of(RfmClass klass) {
        return text(klass.code());
    }

    public String of(RfmGroup group) {
        return text(group.name());
    }

    /** The class's name, or "not scored". */
    public String of(Optional<RfmClass> klass) {
        return klass.map(this::of).orElseGet(() -> text(NOT_SCORED));
    }

    /** By class code, group code or {@code NONE}; other texts stay as they are. */
    public String ofCode(String code) {
        return texts.getOrDefault(code, code);
    }

    private String text(String code) {
        return Objects.requireNonNull(texts.get(code));
    }
}
