package io.wellspring.imports;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.wellspring.users.AttributeDraft;
import io.wellspring.users.AttributeType;

/** What a column is taken for. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "as")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ColumnTarget.Nothing.class, name = "NOTHING"),
    @JsonSubTypes.Type(value = ColumnTarget.Field.class, name = "FIELD"),
    @JsonSubTypes.Type(value = ColumnTarget.Tags.class, name = "TAGS"),
    @JsonSubTypes.Type(value = ColumnTarget.Attribute.class, name = "ATTRIBUTE"),
    @JsonSubTypes.Type(value = ColumnTarget.NewAttribute.class, name = "NEW_ATTRIBUTE"),
    @JsonSubTypes.Type(value = ColumnTarget.Detail.class, name = "DETAIL")
})
public sealed interface ColumnTarget {

    ColumnTarget NOTHING = new Nothing();

    record Nothing() implements ColumnTarget {}

    record Field(ImportField field) implements ColumnTarget {}

    /** Tags, several in one cell. */
    record Tags(String group) implements ColumnTarget {}

    record Attribute(String code) implements ColumnTarget {}

    /** An attribute that comes into being with the commit; the code is decided when the columns are matched. */
    record NewAttribute(String code, String label, AttributeType type) implements ColumnTarget {

        static NewAttribute of(AttributeDraft draft) {
            return new NewAttribute(draft.code(), draft.label(), draft.type());
        }

        AttributeDraft draft() {
            return new AttributeDraft(code, label, type);
        }
    }

    /** Something kept beside an activity, under the column's own name. */
    record Detail() implements ColumnTarget {}
}
