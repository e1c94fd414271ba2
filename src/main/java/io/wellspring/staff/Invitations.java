package io.wellspring.staff;

import io.wellspring.shared.BusinessClock;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How someone invited joins. Open to everyone: the secret in the link is the key. */
@Service
@Transactional
@RequiredArgsConstructor
public class Invitations {

    private final StaffAccounts accounts;
    private final PasswordEncoder passwords;
    private final BusinessClock clock;
    private final ApplicationEventPublisher events;

    /**
     * Whom this link invites.
     *
     * @throws InvitationNotValid if it was used, withdrawn, replaced, is too old, or never was one
     */
    @Transactional(readOnly = true)
    public StaffMember invited(String token) {
        return accounts.findByInvitationHash(Secret.digestOf(token))
                .filter(account -> account.hasOpenInvitation(clock.now()))
                .orElseThrow(InvitationNotValid::new)
                .member();
    }

    /**
     * Joins with this password. The link works no more.
     *
     * @throws InvitationNotValid as above
     */
    public StaffSession accept(String token, NewPassword password) {
        StaffAccount account =
                accounts.findInvitedForChange(Secret.digestOf(token)).orElseThrow(InvitationNotValid::new);
        password.mustDifferFrom(account.member().email());
        account.join(passwords.encode(password.text()), clock.now());
        events.publishEvent(new StaffEvent.StaffJoined(account.member()));
        return account.session();
    }
}
