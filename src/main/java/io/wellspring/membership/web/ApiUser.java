package io.wellspring.membership.web;

import io.wellspring.shared.UserId;
import io.wellspring.users.UnknownUser;
import io.wellspring.users.UserDirectory;
import io.wellspring.users.UserMerging;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Which user another system means. */
@Component
@RequiredArgsConstructor
class ApiUser {

    private final UserDirectory users;
    private final UserMerging merging;

    /**
     * @throws UserUnclear if none is named, or in more than one way
     * @throws NobodyAnswers if nobody is called so
     */
    UserId named(MembershipRequest asked) {
        List<MembershipRequest.Named> named = asked.named();
        Long id = asked.userId();
        if (named.size() + (id == null ? 0 : 1) != 1 || id != null && id <= 0) {
            throw new UserUnclear();
        }
        return id != null
                ? new UserId(id)
                : users.identified(named.getFirst().kind(), named.getFirst().value())
                        .orElseThrow(NobodyAnswers::new);
    }

    /**
     * The same, or who stands for them by now.
     *
     * @throws UnknownUser if there is no such user
     */
    UserId known(MembershipRequest asked) {
        UserId user = named(asked);
        Optional<UserId> survivor = merging.survivorOf(user);
        if (survivor.isEmpty() && !users.exists(user)) {
            throw new UnknownUser(user);
        }
        return survivor.orElse(user);
    }
}
