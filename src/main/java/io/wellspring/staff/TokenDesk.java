package io.wellspring.staff;

import io.wellspring.shared.BusinessClock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tokens by which other systems come in, and no person. */
@Service
@ForAdmins
@Transactional
@RequiredArgsConstructor
public class TokenDesk {

    private final ApiTokens tokens;
    private final StaffAccounts accounts;
    private final CurrentStaff currentStaff;
    private final BusinessClock clock;
    private final ApplicationEventPublisher events;

    /** Every token, the revoked ones last, the newest first. */
    @Transactional(readOnly = true)
    public List<TokenLine> all() {
        return tokens.findAllNewestFirst().stream()
                .map(token -> token.line(clock.now(), clock))
                .toList();
    }

    /**
     * Creates a token that works as long as whoever creates it is an admin.
     *
     * @param lastDay the last business date on which it works, if not for ever
     * @return the secret, which is not kept
     * @throws NameMissing if the name is blank; {@link TokenNameTooLong}, {@link TokenNameTaken} if it cannot be had
     * @throws ScopeMissing if it may do nothing
     * @throws ExpiryInThePast if that day is over
     */
    public Secret create(String name, Set<Scope> scopes, Optional<LocalDate> lastDay) {
        StaffAccount creator = accounts.findById(currentStaff.get().id()).orElseThrow(NoSuchStaff::new);
        Secret secret = Secret.forToken();
        ApiToken token = new ApiToken(
                name,
                scopes,
                secret,
                creator,
                lastDay.map(day -> clock.startOf(day.plusDays(1))).orElse(null),
                clock.now());
        if (tokens.isNameTaken(token.name())) {
            throw new TokenNameTaken();
        }
        tokens.saveAndFlush(token);
        events.publishEvent(new TokenEvent.TokenCreated(token.id(), token.name(), Set.copyOf(scopes), lastDay));
        return secret;
    }

    /**
     * From now on it opens nothing. What it has brought in stays, and what is under way goes on.
     *
     * @throws NoSuchToken if there is none
     * @throws TokenRevokedAlready if it was revoked before
     */
    public void revoke(long tokenId) {
        ApiToken token = tokens.findForChange(tokenId).orElseThrow(NoSuchToken::new);
        token.revoke(clock.now());
        events.publishEvent(new TokenEvent.TokenRevoked(tokenId, token.name()));
    }
}
