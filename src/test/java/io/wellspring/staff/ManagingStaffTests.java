package io.wellspring.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wellspring.WellspringTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

@WellspringTest
@AsStaff
@Import(StaffFixtures.class)
class ManagingStaffTests {

    @Autowired
    StaffRoster roster;

    @Autowired
    Invitations invitations;

    @Autowired
    StaffLogin login;

    @Autowired
    CurrentStaff currentStaff;

    @Autowired
    StaffFixtures staff;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    BackgroundStaff background;

    @Test
    void theLastAdminCanNeitherBeDemotedNorDisabled() {
        long ann = currentStaff.get().id();
        staff.disabled("bob@example.org", Role.ADMIN);
        staff.invited("cid@example.org", Role.ADMIN);
        assertThatThrownBy(() -> roster.changeRole(ann, Role.MANAGER)).isInstanceOf(LastAdmin.class);
        assertThatThrownBy(() -> roster.disable(ann)).isInstanceOf(LastAdmin.class);
        assertThatThrownBy(() -> background.run(() -> roster.disable(ann))).isInstanceOf(LastAdmin.class);
    }

    @Test
    void nobodyDemotesOrDisablesThemselves() {
        long ann = currentStaff.get().id();
        staff.active("bob@example.org", Role.ADMIN);
        assertThatThrownBy(() -> roster.changeRole(ann, Role.MANAGER)).isInstanceOf(OwnRoleStays.class);
        assertThatThrownBy(() -> roster.disable(ann)).isInstanceOf(OwnAccountStays.class);
        roster.changeRole(ann, Role.ADMIN);
    }

    @Test
    void anotherAdminCanBeDemotedAndDisabled() {
        long bob = staff.active("bob@example.org", Role.ADMIN);
        roster.changeRole(bob, Role.OPERATOR);
        assertThat(login.stillIn(bob, 0).orElseThrow().member().role()).isEqualTo(Role.OPERATOR);
        roster.disable(bob);
        assertThat(login.stillIn(bob, 0)).isEmpty();
        roster.enable(bob);
        assertThat(login.stillIn(bob, 0)).as("old sessions stay closed").isEmpty();
        assertThat(login.stillIn(bob, 1)).isPresent();
    }

    @Test
    void anInvitationWorksOnce() {
        Secret token = roster.invite("Bob@Example.org ", "Bob", Role.MANAGER);
        assertThat(invitations.invited(token.text()).email()).isEqualTo("bob@example.org");
        StaffSession bob = invitations.accept(token.text(), new NewPassword("a long enough password"));
        assertThat(bob.member().role()).isEqualTo(Role.MANAGER);
        assertThatThrownBy(() -> invitations.accept(token.text(), new NewPassword("another long password")))
                .isInstanceOf(InvitationNotValid.class);
        assertThatThrownBy(() -> invitations.invited(token.text())).isInstanceOf(InvitationNotValid.class);
        assertThat(login.logIn("bob@example.org", "a long enough password").member())
                .isEqualTo(bob.member());
    }

    @Test
    void aTokenIsKeptOnlyAsADigest() {
        Secret token = roster.invite("bob@example.org", "Bob", Role.OPERATOR);
        assertThat(jdbc.sql("select row_to_json(a)::text from staff.account a")
                        .query(String.class)
                        .list())
                .noneMatch(row -> row.contains(token.text()));
    }

    @Test
    void anInvitationExpiresAfterSevenDays() {
        Secret token = roster.invite("bob@example.org", "Bob", Role.OPERATOR);
        age("6 days 23 hours");
        invitations.invited(token.text());
        age("1 hour 1 second");
        assertThatThrownBy(() -> invitations.invited(token.text())).isInstanceOf(InvitationNotValid.class);
        assertThatThrownBy(() -> invitations.accept(token.text(), new NewPassword("a long enough password")))
                .isInstanceOf(InvitationNotValid.class);
    }

    @Test
    void aNewLinkReplacesTheOldOne() {
        Secret first = roster.invite("bob@example.org", "Bob", Role.OPERATOR);
        long bob = idOf("bob@example.org");
        Secret second = roster.reissueInvitation(bob);
        assertThatThrownBy(() -> invitations.invited(first.text())).isInstanceOf(InvitationNotValid.class);
        invitations.accept(second.text(), new NewPassword("a long enough password"));
        assertThatThrownBy(() -> roster.reissueInvitation(bob)).isInstanceOf(StaffChangedMeanwhile.class);
        assertThatThrownBy(() -> roster.withdrawInvitation(bob)).isInstanceOf(StaffChangedMeanwhile.class);
    }

    @Test
    void aWithdrawnInvitationNeverWasOne() {
        Secret token = roster.invite("bob@example.org", "Bob", Role.OPERATOR);
        roster.withdrawInvitation(idOf("bob@example.org"));
        assertThatThrownBy(() -> invitations.invited(token.text())).isInstanceOf(InvitationNotValid.class);
        roster.invite("bob@example.org", "Bob", Role.OPERATOR);
    }

    @Test
    void anEmailIsOnTheStaffOnce() {
        assertThatThrownBy(() -> roster.invite("ANN@example.org", "Ann again", Role.OPERATOR))
                .isInstanceOf(EmailTaken.class);
        assertThatThrownBy(() -> roster.invite("ann at example", "Ann", Role.OPERATOR))
                .isInstanceOf(NotAnEmail.class);
        assertThatThrownBy(() -> roster.invite("bob@example.org", "  ", Role.OPERATOR))
                .isInstanceOf(NameMissing.class);
    }

    @Test
    @AsStaff(Role.MANAGER)
    void managersDoNotManageStaff() {
        assertThatThrownBy(() -> roster.all()).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> roster.invite("bob@example.org", "Bob", Role.ADMIN))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> roster.disable(1)).isInstanceOf(AccessDeniedException.class);
    }

    private void age(String interval) {
        jdbc.sql("update staff.account set invitation_expires_at = invitation_expires_at - cast(:by as interval)")
                .param("by", interval)
                .update();
    }

    private long idOf(String email) {
        return jdbc.sql("select id from staff.account where email = :email")
                .param("email", email)
                .query(Long.class)
                .single();
    }
}
