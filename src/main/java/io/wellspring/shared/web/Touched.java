package io.wellspring.shared.web;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.BeanUtils;

/**
 * Which fields of a form somebody has changed since it was opened. Pages tell by {@code form[data-touched]}; where nobody does, all are taken to be.
 *
 * @param told whether the page has told
 */
public record Touched(boolean told, Set<String> fields) {

    /** What stands for a form that does not tell. */
    public static final String UNTOLD = "*";

    /** What a form says of itself instead of asking for it: of what is stored. */
    private static final Set<String> OF_THE_FORM = Set.of("edition", "seen", "seenStock");

    /** @param sent the names of fields with commas between them, or {@link #UNTOLD} */
    public static Touched valueOf(String sent) {
        return sent.equals(UNTOLD)
                ? new Touched(false, Set.of())
                : new Touched(
                        true,
                        Stream.of(sent.split(","))
                                .filter(Predicate.not(String::isEmpty))
                                .collect(Collectors.toUnmodifiableSet()));
    }

    public boolean includes(String field) {
        return !told || fields.contains(field);
    }

    /**
     * What was typed, to be kept over what is stored by now: fields nobody touched are as they are stored.
     *
     * @param <T> of which each component is the field of its name
     */
    public <T extends Record> T over(T stored, T typed) {
        @SuppressWarnings("unchecked")
        Class<T> form = (Class<T>) typed.getClass();
        RecordComponent[] components = form.getRecordComponents();
        Object[] values = Stream.of(components)
                .map(field -> value(field, isTyped(field.getName()) ? typed : stored))
                .toArray();
        return BeanUtils.instantiateClass(canonical(form, components), values);
    }

    private boolean isTyped(String field) {
        return includes(field) && !OF_THE_FORM.contains(field);
    }

    private static Object value(RecordComponent field, Record form) {
        try {
            field.getAccessor().setAccessible(true);
            return field.getAccessor().invoke(form);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> Constructor<T> canonical(Class<T> form, RecordComponent[] components) {
        try {
            return form.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }
}
