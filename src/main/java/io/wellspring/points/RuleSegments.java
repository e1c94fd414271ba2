package io.wellspring.points;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;

/** The segments that rules may be limited to. Implemented by the module that keeps them, which lies behind points. */
public interface RuleSegments {

    /** All, also those put away, in the order to show them. */
    List<RuleSegment> all();

    /**
     * Whether a user was in at least one of some segments at a moment.
     *
     * @param users finds all who are asked about; whoever it does not find was in none
     */
    Condition inAny(Set<Long> segments, Field<Long> user, Field<OffsetDateTime> moment, Select<Record1<Long>> users);
}
