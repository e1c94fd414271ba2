package io.wellspring.imports;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Optional;

/** What becomes of one column of a file. */
public record ColumnUse(ColumnTarget target, ColumnPolicy policy) {

    public static final ColumnUse NONE = new ColumnUse(ColumnTarget.NOTHING, ColumnPolicy.IGNORE);

    public static ColumnUse of(ImportField field) {
        return new ColumnUse(new ColumnTarget.Field(field), ColumnPolicy.OVERWRITE);
    }

    /** Whether its cells are read at all. */
    @JsonIgnore
    public boolean isRead() {
        return policy != ColumnPolicy.IGNORE && !(target instanceof ColumnTarget.Nothing);
    }

    /** The field it is read as, if it is one. */
    public Optional<ImportField> field() {
        return isRead() && target instanceof ColumnTarget.Field read ? Optional.of(read.field()) : Optional.empty();
    }
}
