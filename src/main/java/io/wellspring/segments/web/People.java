package io.wellspring.segments.web;

import io.wellspring.shared.UserId;
import java.util.List;
import java.util.Map;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Users that a page of another module lists, to be kept as a segment as somebody saw them.
 *
 * @param kind what the page is called in addresses and messages
 * @param facts of the messages
 * @param seen what they were worked out from: another one may be others
 * @param asked what the page was asked for, as its address has it
 */
record People(String kind, Object[] facts, String seen, Map<String, String> asked, List<UserId> users) {

    /** Tells just these users, worked out from just this, from any others: as many others by now are others. */
    String fingerprint() {
        List<Long> numbers = users.stream().map(UserId::value).sorted().toList();
        return seen + "-" + Integer.toHexString(numbers.hashCode());
    }

    /** The address of the page. */
    public String back() {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/tiers/" + kind);
        asked.forEach(address::queryParam);
        return address.toUriString();
    }
}
