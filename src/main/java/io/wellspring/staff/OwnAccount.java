package io.wellspring.staff;

import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What everyone on the staff may change about themselves. */
@Service
@ForOperators
@Transactional
@RequiredArgsConstructor
public class OwnAccount {

    private final StaffAccounts accounts;
    private final PasswordEncoder passwords;
    private final CurrentStaff currentStaff;
    private final ApplicationEventPublisher events;

    /** @throws NameMissing if it is blank */
    public void rename(String name) {
        StaffAccount account = own();
        String before = account.name();
        account.rename(name);
        if (!account.name().equals(before)) {
            events.publishEvent(new StaffEvent.StaffRenamed(account.id(), before, account.name()));
        }
    }

    /** Not worth a line in the trail. */
    public void speak(Language language) {
        own().speak(language);
    }

    /**
     * Ends every other session of theirs.
     *
     * @return what this session goes on with
     * @throws WrongCurrentPassword if {@code current} is not right
     */
    public StaffSession changePassword(String current, NewPassword password) {
        StaffAccount account = own();
        if (!passwords.matches(current, account.passwordHash().orElse(""))) {
            throw new WrongCurrentPassword();
        }
        password.mustDifferFrom(account.member().email());
        account.changePassword(passwords.encode(password.text()));
        events.publishEvent(new StaffEvent.PasswordChanged(account.id()));
        return account.session();
    }

    private StaffAccount own() {
        return accounts.findForChange(currentStaff.get().id()).orElseThrow(NoSuchStaff::new);
    }
}
