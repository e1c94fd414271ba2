package io.wellspring.shared;

import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads all that a page shows in one transaction, where it asks many front doors: each would begin and end one of its own, and take longer
 * for that than for its question. It ends with nothing to keep, so that a refusal a page has an answer to spoils nothing. Not for pages that
 * ask on several connections side by side: they would hold this one while they wait for others.
 */
@Component
public class PageReading {

    private final TransactionTemplate transaction;

    PageReading(PlatformTransactionManager transactions) {
        transaction = new TransactionTemplate(transactions);
        transaction.setReadOnly(true);
    }

    public <T> T of(Supplier<T> page) {
        return Objects.requireNonNull(transaction.execute(status -> {
            status.setRollbackOnly();
            return page.get();
        }));
    }
}
