package io.wellspring.audit;

import io.wellspring.staff.StaffEvent;
import io.wellspring.staff.StaffMember;
import io.wellspring.staff.TokenEvent;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What happens to staff is on record too. Staff know nothing of the trail, so the trail listens. */
@Component
@RequiredArgsConstructor
class StaffTrail {

    private final AuditTrail trail;

    private record Happened(String action, String subject, Map<String, ?> before, Map<String, ?> after)
            implements Audited {

        Happened(String verb, StaffEvent event) {
            this(verb, event, Map.of(), Map.of());
        }

        Happened(String verb, StaffEvent event, Map<String, ?> before, Map<String, ?> after) {
            this("staff." + verb, event.staffId() == 0 ? "staff" : "staff " + event.staffId(), before, after);
        }
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(StaffEvent event) {
        switch (event) {
            case StaffEvent.ByThemselves own -> trail.write(told(own), Optional.of(own.member()));
            case StaffEvent.LoginFailed failed -> trail.write(told(failed), Optional.<StaffMember>empty());
            default -> trail.record(told(event));
        }
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(TokenEvent event) {
        String subject = "token " + event.tokenId();
        trail.record(
                switch (event) {
                    case TokenEvent.TokenCreated created ->
                        new Happened("token.created", subject, Map.of(), facts(created));
                    case TokenEvent.TokenRevoked revoked ->
                        new Happened("token.revoked", subject, Map.of("name", revoked.name()), Map.of());
                });
    }

    private static Map<String, ?> facts(TokenEvent.TokenCreated created) {
        Map<String, Object> facts = new TreeMap<>();
        facts.put("name", created.name());
        facts.put("scopes", created.scopes().stream().map(Enum::name).sorted().collect(Collectors.joining(", ")));
        created.lastDay().ifPresent(day -> facts.put("expires", day.toString()));
        return facts;
    }

    private static Audited told(StaffEvent event) {
        return switch (event) {
            case StaffEvent.FirstAdminCreated e ->
                new Happened(
                        "first-admin", e, Map.of(), Map.of("role", e.member().role()));
            case StaffEvent.StaffInvited e -> new Happened("invited", e, Map.of(), Map.of("role", e.role()));
            case StaffEvent.InvitationReissued e -> new Happened("invitation-reissued", e);
            case StaffEvent.InvitationWithdrawn e -> new Happened("invitation-withdrawn", e);
            case StaffEvent.StaffJoined e -> new Happened("joined", e);
            case StaffEvent.RoleChanged e ->
                new Happened("role-changed", e, Map.of("role", e.before()), Map.of("role", e.after()));
            case StaffEvent.StaffDisabled e -> new Happened("disabled", e);
            case StaffEvent.StaffEnabled e -> new Happened("enabled", e);
            case StaffEvent.StaffRenamed e ->
                new Happened("renamed", e, Map.of("name", e.before()), Map.of("name", e.after()));
            case StaffEvent.PasswordChanged e -> new Happened("password-changed", e);
            case StaffEvent.LoggedIn e -> new Happened("logged-in", e);
            case StaffEvent.LoggedOut e -> new Happened("logged-out", e);
            case StaffEvent.LoginFailed e -> new Happened("login-failed", e);
        };
    }
}
