package io.wellspring.imports;

import io.wellspring.audit.Audited;
import java.util.Map;

/** What a member of staff did with a file. */
record ImportAction(String action, long importId, Map<String, ?> after) implements Audited {

    @Override
    public String subject() {
        return "import " + importId;
    }
}
