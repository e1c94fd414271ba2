package io.wellspring.segments;

import io.wellspring.shared.Refusal;
import java.util.List;

/** A list in which nobody is known makes no segment. */
public class NobodyListed extends Refusal.Rejected {

    /** @param first some of its lines, as they were written */
    NobodyListed(long lines, List<String> first) {
        super(lines, String.join(", ", first));
    }
}
