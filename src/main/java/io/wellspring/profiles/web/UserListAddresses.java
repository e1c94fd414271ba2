package io.wellspring.profiles.web;

import io.wellspring.profiles.ListNarrowing;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Reads the address of the user list, with the parameters of the modules that narrow it. */
@Component
@RequiredArgsConstructor
class UserListAddresses {

    private final List<ListNarrowing> narrowings;

    UserListAddress read(Map<String, String> parameters) {
        return UserListAddress.of(
                parameters, narrowings.stream().map(ListNarrowing::parameter).toList());
    }
}
