package io.wellspring.profiles.web;

import java.util.Set;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.dialect.AbstractProcessorDialect;
import org.thymeleaf.engine.AttributeName;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.processor.IProcessor;
import org.thymeleaf.processor.element.AbstractAttributeTagProcessor;
import org.thymeleaf.processor.element.IElementTagStructureHandler;
import org.thymeleaf.standard.expression.StandardExpressions;
import org.thymeleaf.templatemode.TemplateMode;

/**
 * {@code ws:cells="${…}"}: a table cell that gives way to those of a {@link UserRow}, which write themselves, each text escaped. A page
 * has four hundred, and as elements of a template each costs several expressions, more together than finding the users.
 */
@Component
class UserCellsDialect extends AbstractProcessorDialect {

    private static final String PREFIX = "ws";
    private static final int AFTER_ITERATION = 1000;

    UserCellsDialect() {
        super("Cells of users", PREFIX, AFTER_ITERATION);
    }

    @Override
    public Set<IProcessor> getProcessors(String prefix) {
        return Set.of(new Cells(prefix));
    }

    private static final class Cells extends AbstractAttributeTagProcessor {

        Cells(String prefix) {
            super(TemplateMode.HTML, prefix, null, false, "cells", true, AFTER_ITERATION, true);
        }

        @Override
        protected void doProcess(
                ITemplateContext context,
                IProcessableElementTag tag,
                AttributeName name,
                String value,
                IElementTagStructureHandler structure) {
            Object found = StandardExpressions.getExpressionParser(context.getConfiguration())
                    .parseExpression(context, value)
                    .execute(context);
            if (!(found instanceof UserRow row)) {
                throw new IllegalArgumentException("Not the row of a user: " + value);
            }
            StringBuilder markup = new StringBuilder();
            row.cells().forEach(cell -> cell.write(markup));
            structure.replaceWith(markup, false);
        }
    }
}
