package io.wellspring.shared.web;

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

/** {@code ws:write="${…}"}: an element that gives way to something {@link Written}. */
@Component
class WrittenDialect extends AbstractProcessorDialect {

    private static final String PREFIX = "ws";
    private static final int AFTER_ITERATION = 1000;

    WrittenDialect() {
        super("Written", PREFIX, AFTER_ITERATION);
    }

    @Override
    public Set<IProcessor> getProcessors(String prefix) {
        return Set.of(new Writing(prefix));
    }

    private static final class Writing extends AbstractAttributeTagProcessor {

        Writing(String prefix) {
            super(TemplateMode.HTML, prefix, null, false, "write", true, AFTER_ITERATION, true);
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
            if (!(found instanceof Written written)) {
                throw new IllegalArgumentException("Nothing that writes itself: " + value);
            }
            Markup markup = new Markup();
            written.write(markup);
            structure.replaceWith(markup.toString(), false);
        }
    }
}
