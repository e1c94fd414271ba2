package io.wellspring.segments;

import io.wellspring.users.AttributeType;
import java.util.Currency;
import java.util.Map;
import java.util.Set;

/**
 * What a rule may speak of by now.
 *
 * @param attributes the attributes in use, by code
 * @param tags the tags there are
 * @param segments the segments it may build on
 * @param circular those it may not, since they build on this one
 * @param circularTags tags that follow one of those
 * @param currency of its amounts
 */
record RuleTerms(
        Map<String, AttributeType> attributes,
        Set<Long> tags,
        Set<Long> segments,
        Set<Long> circular,
        Set<Long> circularTags,
        Currency currency) {

    RuleTerms {
        attributes = Map.copyOf(attributes);
        tags = Set.copyOf(tags);
        segments = Set.copyOf(segments);
        circular = Set.copyOf(circular);
        circularTags = Set.copyOf(circularTags);
    }
}
