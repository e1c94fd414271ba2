package io.wellspring.staff;

import io.wellspring.shared.BusinessClock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/** The way in, the way out, and whether one may stay. Open to everyone. */
@Service
public class StaffLogin {

    private final StaffAccounts accounts;
    private final SessionQueries sessions;
    private final LoginThrottle throttle;
    private final PasswordEncoder passwords;
    private final CurrentStaff currentStaff;
    private final TransactionOperations transaction;
    private final BusinessClock clock;
    private final ApplicationEventPublisher events;
    private final String decoy;

    StaffLogin(
            StaffAccounts accounts,
            SessionQueries sessions,
            LoginThrottle throttle,
            PasswordEncoder passwords,
            CurrentStaff currentStaff,
            TransactionOperations transaction,
            BusinessClock clock,
            ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.throttle = throttle;
        this.passwords = passwords;
        this.currentStaff = currentStaff;
        this.transaction = transaction;
        this.clock = clock;
        this.events = events;
        this.decoy = Objects.requireNonNull(passwords.encode(Secret.random().text()));
    }

    /**
     * Checks e-mail address and password. Takes as long for a stranger as for staff.
     *
     * <p>Several transactions, since no connection should wait for a password being hashed, and since what failed stays on record.
     *
     * @throws WrongLogin if they do not fit, or the account is not active
     * @throws TooManyAttempts if too many attempts failed before this one
     */
    public StaffSession logIn(String typedEmail, String password) {
        String email = EmailAddress.lowered(typedEmail);
        Instant now = clock.now();
        LoginThrottle.Attempt attempt =
                inTransaction(() -> throttle.admit(email, currentStaff.address().orElse(""), now));
        Optional<StaffAccount> account = accounts.findByEmail(email);
        Optional<String> hash = account.filter(StaffAccount::isActive).flatMap(StaffAccount::passwordHash);
        boolean fits = passwords.matches(password, hash.orElse(decoy));
        if (!fits || hash.isEmpty()) {
            transaction.executeWithoutResult(
                    status -> events.publishEvent(new StaffEvent.LoginFailed(account.map(StaffAccount::id))));
            throw new WrongLogin();
        }
        return inTransaction(() -> letIn(account.get().id(), hash.get(), password, attempt, now));
    }

    /** What someone logged in is allowed today; empty if their session no longer counts. */
    public Optional<StaffSession> stillIn(long staffId, int generation) {
        return sessions.find(staffId, generation);
    }

    @Transactional
    public void loggedOut(StaffMember member) {
        events.publishEvent(new StaffEvent.LoggedOut(member));
    }

    private StaffSession letIn(
            long staffId, String checkedHash, String password, LoginThrottle.Attempt attempt, Instant now) {
        StaffAccount account = accounts.findForChange(staffId)
                .filter(StaffAccount::isActive)
                .filter(unchanged -> unchanged.passwordHash().equals(Optional.of(checkedHash)))
                .orElseThrow(WrongLogin::new);
        if (passwords.upgradeEncoding(checkedHash)) {
            account.strengthen(Objects.requireNonNull(passwords.encode(password)));
        }
        account.loggedIn(now);
        throttle.forgive(attempt, staffId, now);
        events.publishEvent(new StaffEvent.LoggedIn(account.member()));
        return account.session();
    }

    private <T> T inTransaction(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.get()));
    }
}
