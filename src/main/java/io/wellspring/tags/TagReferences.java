package io.wellspring.tags;

import java.util.List;

/** Who uses tags beyond giving them to users. Implemented by modules that may use tags; asked before a tag is merged or deleted. */
public interface TagReferences {

    /** What uses this tag, in the order to show it. */
    List<TagReference> referencesTo(long tagId);
}
