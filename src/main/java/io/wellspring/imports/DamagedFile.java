package io.wellspring.imports;

import io.wellspring.shared.Refusal;

/** What a file is wrapped in breaks off or contradicts itself: it did not arrive here, or was not made, as a whole. */
public class DamagedFile extends Refusal.Rejected {

    DamagedFile() {}
}
