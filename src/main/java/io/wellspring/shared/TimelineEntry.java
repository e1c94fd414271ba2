package io.wellspring.shared;

import java.util.List;
import java.util.Optional;

/**
 * One dated thing about a user.
 *
 * @param wholeDay whether only its day is known or meant; it then stands at the end of that day, behind what led to it
 * @param message the code of the text that says it
 * @param facts what the text speaks of: texts, {@link Money}, or {@link org.springframework.context.MessageSourceResolvable} where a
 *     word differs by language
 * @param text what somebody or a source said, in no language of ours
 * @param link where there is more about it
 */
public record TimelineEntry(
        TimelineMark mark,
        boolean wholeDay,
        String message,
        List<Object> facts,
        Optional<String> text,
        Optional<String> link) {

    public TimelineEntry {
        facts = List.copyOf(facts);
    }
}
