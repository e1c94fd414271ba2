package io.wellspring.staff;

import io.wellspring.shared.BusinessClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The way in for other systems. Open to everyone: the secret is the key. */
@Service
@RequiredArgsConstructor
public class TokenLogin {

    private static final Duration BETWEEN_WRITES = Duration.ofMinutes(1);

    private final ApiTokens tokens;
    private final LoginThrottle throttle;
    private final CurrentStaff currentStaff;
    private final BusinessClock clock;

    /**
     * Whose secret this is. It is looked up by its digest, which nobody can steer, so the time it takes tells nothing.
     *
     * @throws WrongToken if it is none, expired or revoked, or if whoever created it is no longer an admin
     * @throws TooManyAttempts if too many attempts from this address failed before
     */
    @Transactional(noRollbackFor = {WrongToken.class, TooManyAttempts.class})
    public TokenBearer bearerOf(String secret) {
        Instant now = clock.now();
        String address = currentStaff.address().orElse("");
        throttle.requireNoWait(address, now);
        Optional<ApiToken> token = tokens.findBySecretHash(Secret.digestOf(secret))
                .filter(found -> found.state(now) == TokenState.WORKING);
        if (token.isEmpty()) {
            throttle.countWrongToken(address, now);
            throw new WrongToken();
        }
        TokenBearer bearer = token.get().bearer();
        if (!token.get().wasUsedAfter(now.minus(BETWEEN_WRITES))) {
            tokens.used(bearer.tokenId(), now, now.minus(BETWEEN_WRITES));
        }
        return bearer;
    }
}
