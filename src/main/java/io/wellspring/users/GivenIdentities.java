package io.wellspring.users;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which kinds of identity the rows of a file give at all; a comparison need not look for the others. */
public final class GivenIdentities {

    private final Set<IdentityKind> kinds = EnumSet.noneOf(IdentityKind.class);

    /** Takes note of what one row gives. */
    public void note(@Nullable String externalId, @Nullable String phone, @Nullable String email) {
        note(IdentityKind.EXTERNAL_ID, externalId);
        note(IdentityKind.PHONE, phone);
        note(IdentityKind.EMAIL, email);
    }

    private void note(IdentityKind kind, @Nullable String value) {
        if (value != null) {
            kinds.add(kind);
        }
    }

    /** Their names with commas between them; empty if there are none. */
    @Override
    public String toString() {
        return kinds.stream().map(Enum::name).collect(Collectors.joining(","));
    }
}
