package io.wellspring.users;

import io.wellspring.audit.AuditTrail;
import io.wellspring.audit.Audited;
import io.wellspring.shared.UserId;
import io.wellspring.shared.WellspringProperties;
import io.wellspring.staff.ForManagers;
import io.wellspring.staff.ForOperators;
import io.wellspring.staff.ForOperatorsAndShopTokens;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Who the users are: cards with masked contact data, search over personal data, and the audited reveal. */
@Service
@RequiredArgsConstructor
@Transactional(readOnly = true)
public class UserDirectory {

    private final UserQueries queries;
    private final Attributes attributes;
    private final AuditTrail trail;
    private final WellspringProperties properties;

    @ForOperators
    public Optional<UserCard> card(UserId id) {
        return queries.cards(List.of(id), definitions()).stream().findFirst();
    }

    /** The cards of those of {@code ids} that exist, without attributes. */
    @ForOperators
    public Map<UserId, UserCard> cards(Collection<UserId> ids) {
        return queries.cards(ids, List.of()).stream().collect(Collectors.toMap(UserCard::id, Function.identity()));
    }

    /**
     * Users whose external id, phone or e-mail is exactly {@code text}, or whose name starts with it; at most {@code limit}, the exact
     * ones first. An external id that is all in capitals or all in small letters is found either way. A phone may be written in any way the country of the configured currency knows.
     */
    @ForOperators
    public List<UserId> search(String text, int limit) {
        String wanted = text.strip();
        if (wanted.isEmpty()) {
            return List.of();
        }
        String phone = PhoneNumbers.normalise(wanted, PhoneNumbers.regionOf(properties.currency()))
                .orElse(wanted);
        return queries.search(wanted, phone, limit);
    }

    /** The user who answers to an identity, written as the registry writes it; says nothing else of them. */
    @ForOperatorsAndShopTokens
    public Optional<UserId> identified(IdentityKind kind, String value) {
        return queries.identified(kind, value);
    }

    /** Whether there is such a user; says nothing else of them. */
    @ForOperatorsAndShopTokens
    public boolean exists(UserId id) {
        return !queries.cards(List.of(id), List.of()).isEmpty();
    }

    /**
     * The user's personal data in the clear; that it was looked at is recorded.
     *
     * @throws UnknownUser if there is none
     */
    @ForManagers
    @Transactional
    public RevealedContact reveal(UserId id) {
        RevealedContact contact = queries.contact(id).orElseThrow(() -> new UnknownUser(id));
        trail.record(new ContactRevealed(id));
        return contact;
    }

    @ForOperators
    public long count() {
        return queries.count();
    }

    /** How many of the users are fictional; every page asks, so that it takes no transaction of its own. */
    @ForOperators
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public long demoUsers() {
        return queries.demoUsers();
    }

    private List<UserAttribute> definitions() {
        return attributes.findAllByRetiredAtIsNullOrderByLabel().stream()
                .map(Attribute::value)
                .toList();
    }

    private record ContactRevealed(UserId id) implements Audited {

        @Override
        public String action() {
            return "user.revealed";
        }

        @Override
        public String subject() {
            return "user " + id;
        }
    }
}
