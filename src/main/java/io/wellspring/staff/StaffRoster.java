package io.wellspring.staff;

import io.wellspring.shared.BusinessClock;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who is on the staff, and in which role. */
@Service
@ForAdmins
@Transactional
@RequiredArgsConstructor
public class StaffRoster {

    private final StaffAccounts accounts;
    private final StaffLock lock;
    private final CurrentStaff currentStaff;
    private final BusinessClock clock;
    private final ApplicationEventPublisher events;

    /** Everyone, by name. */
    @Transactional(readOnly = true)
    public List<StaffLine> all() {
        return accounts.findAllByName().stream()
                .map(account -> account.line(clock.now()))
                .toList();
    }

    /**
     * Lets someone in who sets a password through the link that carries the returned secret, once, within seven days.
     *
     * @throws EmailTaken if they are on the staff already
     * @throws NotAnEmail if the address is none
     * @throws NameMissing if the name is blank
     */
    public Secret invite(String email, String name, Role role) {
        EmailAddress address = new EmailAddress(email);
        lock.holdUntilCommit();
        if (accounts.existsByEmail(address.text())) {
            throw new EmailTaken();
        }
        Secret token = Secret.random();
        StaffAccount account = accounts.saveAndFlush(StaffAccount.invited(address, name, role, token, clock.now()));
        events.publishEvent(new StaffEvent.StaffInvited(account.id(), role));
        return token;
    }

    /**
     * A new link for someone who has not joined yet; the one before stops working.
     *
     * @throws StaffChangedMeanwhile if they have joined
     */
    public Secret reissueInvitation(long staffId) {
        StaffAccount account = forChange(staffId);
        Secret token = Secret.random();
        account.reinvite(token, clock.now());
        events.publishEvent(new StaffEvent.InvitationReissued(staffId));
        return token;
    }

    /**
     * Someone who has not joined yet never will: their link stops working and they leave the list.
     *
     * @throws StaffChangedMeanwhile if they have joined
     */
    public void withdrawInvitation(long staffId) {
        StaffAccount account = forChange(staffId);
        if (!account.isInvited()) {
            throw new StaffChangedMeanwhile();
        }
        accounts.delete(account);
        events.publishEvent(new StaffEvent.InvitationWithdrawn(staffId));
    }

    /**
     * Takes effect at their next click.
     *
     * @throws LastAdmin if no admin would be left
     * @throws OwnRoleStays if it is one's own
     */
    public void changeRole(long staffId, Role role) {
        lock.holdUntilCommit();
        StaffAccount account = forChange(staffId);
        if (account.role() == role) {
            return;
        }
        anAdminMustRemainWithout(account);
        if (isOneself(staffId)) {
            throw new OwnRoleStays();
        }
        Role before = account.role();
        account.changeRole(role);
        events.publishEvent(new StaffEvent.RoleChanged(staffId, before, role));
    }

    /**
     * They cannot log in any more, and are out at their next click.
     *
     * @throws LastAdmin if no admin would be left
     * @throws OwnAccountStays if it is one's own
     */
    public void disable(long staffId) {
        lock.holdUntilCommit();
        StaffAccount account = forChange(staffId);
        anAdminMustRemainWithout(account);
        if (isOneself(staffId)) {
            throw new OwnAccountStays();
        }
        account.disable();
        events.publishEvent(new StaffEvent.StaffDisabled(staffId));
    }

    /** They can log in again, with the password they had. */
    public void enable(long staffId) {
        forChange(staffId).enable();
        events.publishEvent(new StaffEvent.StaffEnabled(staffId));
    }

    private StaffAccount forChange(long staffId) {
        return accounts.findForChange(staffId).orElseThrow(NoSuchStaff::new);
    }

    private void anAdminMustRemainWithout(StaffAccount account) {
        if (account.isActiveAdmin() && accounts.countActiveAdmins() == 1) {
            throw new LastAdmin();
        }
    }

    private boolean isOneself(long staffId) {
        return currentStaff.find().filter(member -> member.id() == staffId).isPresent();
    }
}
