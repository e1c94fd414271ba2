package io.wellspring.imports;

import io.wellspring.shared.Refusal;
import java.util.Optional;

/** What the columns are said to mean makes no sense; knows where on the form that shows. */
public abstract sealed class MappingRefused extends Refusal.Rejected
        permits FieldMappedTwice,
                FieldMissing,
                IdentityMissing,
                MatchKeysUnclear,
                UseUnfit,
                AttributeNameMissing,
                AttributeNameTaken,
                AttributeGone,
                MappedTwice,
                TagGroupTooLong,
                MappingNameTaken {

    private final String place;

    MappingRefused(String place, Object... facts) {
        super(facts);
        this.place = place;
    }

    static String column(int index) {
        return "field-" + index;
    }

    @Override
    public Optional<String> field() {
        return place.isEmpty() ? Optional.empty() : Optional.of(place);
    }
}
