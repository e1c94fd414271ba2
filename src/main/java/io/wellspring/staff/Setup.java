package io.wellspring.staff;

import io.wellspring.shared.BusinessClock;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The very first start, when there is nobody who could let anyone in. */
@Service
@Transactional
@RequiredArgsConstructor
public class Setup {

    private final StaffAccounts accounts;
    private final StaffLock lock;
    private final PasswordEncoder passwords;
    private final BusinessClock clock;
    private final ApplicationEventPublisher events;

    /** Whether there is no staff yet. Once false, it stays so. */
    @Transactional(readOnly = true)
    public boolean isOpen() {
        return accounts.count() == 0;
    }

    /**
     * Creates the first admin. Of two who try at once, one is refused.
     *
     * @throws SetupClosed if there is staff already
     * @throws NotAnEmail if the address is none
     * @throws NameMissing if the name is blank
     */
    public StaffSession createFirstAdmin(String email, String name, NewPassword password) {
        EmailAddress address = new EmailAddress(email);
        password.mustDifferFrom(address.text());
        lock.holdUntilCommit();
        if (!isOpen()) {
            throw new SetupClosed();
        }
        StaffAccount admin = accounts.saveAndFlush(
                StaffAccount.firstAdmin(address, name, passwords.encode(password.text()), clock.now()));
        events.publishEvent(new StaffEvent.FirstAdminCreated(admin.member()));
        return admin.session();
    }
}
