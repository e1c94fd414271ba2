package io.wellspring.imports.web;

import io.wellspring.imports.ColumnPolicy;
import io.wellspring.imports.ColumnPreview;
import io.wellspring.imports.ColumnTarget;
import io.wellspring.users.AttributeType;
import java.util.List;

/**
 * One column as the form shows it.
 *
 * @param target what the form calls what it is taken for
 * @param group the tag group it would fill
 * @param label what a new attribute of it would be called
 */
record ColumnRow(
        int index,
        String name,
        List<String> samples,
        long refused,
        boolean read,
        String target,
        ColumnPolicy policy,
        String group,
        String label,
        AttributeType type) {

    static ColumnRow of(ColumnPreview column, String usualGroup) {
        ColumnTarget target = column.use().target();
        String group = target instanceof ColumnTarget.Tags tags && !tags.group().isEmpty() ? tags.group() : usualGroup;
        return new ColumnRow(
                column.index(),
                column.name(),
                column.samples(),
                column.refused(),
                column.use().isRead(),
                MappingForm.name(target),
                column.use().policy(),
                group,
                target instanceof ColumnTarget.NewAttribute attribute ? attribute.label() : column.name(),
                target instanceof ColumnTarget.NewAttribute attribute ? attribute.type() : column.couldBe());
    }

    /** The policy of the values of a field or an attribute. */
    public ColumnPolicy valuePolicy() {
        return policy == ColumnPolicy.APPEND || target.isEmpty() ? ColumnPolicy.OVERWRITE : policy;
    }

    /** The policy of tags. */
    public ColumnPolicy tagPolicy() {
        return !target.equals(MappingForm.TAGS) || policy == ColumnPolicy.FILL ? ColumnPolicy.APPEND : policy;
    }
}
