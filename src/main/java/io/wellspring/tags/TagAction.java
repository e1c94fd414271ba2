package io.wellspring.tags;

import io.wellspring.audit.Audited;
import java.util.Map;

/** Something a member of staff did to a tag, a group or those who have it. */
record TagAction(String action, String subject, Map<String, ?> before, Map<String, ?> after) implements Audited {

    static TagAction onTag(String verb, long tagId, Map<String, ?> before, Map<String, ?> after) {
        return new TagAction("tag." + verb, "tag " + tagId, before, after);
    }

    static TagAction onGroup(String verb, long groupId, Map<String, ?> before, Map<String, ?> after) {
        return new TagAction("tag-group." + verb, "tag group " + groupId, before, after);
    }
}
