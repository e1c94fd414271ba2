package io.wellspring.points;

import io.wellspring.shared.Answered;
import io.wellspring.shared.UserId;
import io.wellspring.staff.ForOperatorsAndPointsTokens;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells those who ask under a key whether it had been done before. It looks while it holds the account, so that who waited for another to do
 * it is told that nothing was done for them.
 */
@Service
@RequiredArgsConstructor
@ForOperatorsAndPointsTokens
@Transactional
public class PointsAnswers {

    private final PointsLedger ledger;
    private final PointsBatch batch;

    /**
     * Does something to a user.
     *
     * @param stands whether it is done
     */
    public <T> Answered<T> about(UserId user, BooleanSupplier stands, Supplier<T> doing) {
        ledger.hold(user);
        return answered(stands, doing);
    }

    /**
     * Does something to whoever has what is written under a key; to nobody if nothing is.
     *
     * @param stands whether it is done
     */
    public <T> Answered<T> about(BusinessKey original, BooleanSupplier stands, Supplier<T> doing) {
        Optional<PostedEntry> written = batch.posted(original);
        written.map(PostedEntry::posting).map(Posting::user).ifPresent(ledger::hold);
        return answered(stands, doing);
    }

    private static <T> Answered<T> answered(BooleanSupplier stands, Supplier<T> doing) {
        boolean again = stands.getAsBoolean();
        return new Answered<>(doing.get(), again);
    }
}
