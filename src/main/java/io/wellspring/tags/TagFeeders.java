package io.wellspring.tags;

import java.util.Collection;
import java.util.Map;

/** What those that give and take tags by rule are called. Implemented by the module that has them, as this one only has their numbers. */
public interface TagFeeders {

    /** Names by number; a number that is not known is left out. */
    Map<Long, String> namesOf(Collection<Long> segments);
}
