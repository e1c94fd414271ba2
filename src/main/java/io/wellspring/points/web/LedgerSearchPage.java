package io.wellspring.points.web;

import io.wellspring.points.EntryKind;
import io.wellspring.points.LedgerPage;
import io.wellspring.points.PointsReading;
import io.wellspring.shared.UserId;
import io.wellspring.users.UserCard;
import io.wellspring.users.UserDirectory;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Single entries of the ledger, found by user, kind, key and day. */
@Controller
@RequiredArgsConstructor
class LedgerSearchPage {

    private static final int PAGE_SIZE = 50;

    private final PointsReading reading;
    private final UserDirectory users;

    record Row(LedgerPage.Row entry, Optional<UserCard> user) {

        public Optional<KeyText> key() {
            return entry.key().map(whole -> KeyText.of(whole, entry.by()));
        }
    }

    @GetMapping("/points/ledger")
    String search(@ModelAttribute("asked") LedgerQuery asked, Model model) {
        Optional<UserId> user = found(asked.user());
        boolean stranger = !asked.user().isEmpty() && user.isEmpty();
        List<String> unclear = asked.unclear();
        LedgerPage page = stranger || !unclear.isEmpty()
                ? new LedgerPage(List.of(), Optional.empty())
                : reading.search(asked.filter(user), PAGE_SIZE);
        Map<UserId, UserCard> cards = users.cards(
                page.rows().stream().map(row -> row.posting().user()).distinct().toList());
        model.addAttribute(
                "rows",
                page.rows().stream()
                        .map(row -> new Row(
                                row, Optional.ofNullable(cards.get(row.posting().user()))))
                        .toList());
        model.addAttribute("older", page.older().map(asked::following).orElse(null));
        model.addAttribute("unclear", unclear);
        model.addAttribute("kinds", EntryKind.ALL);
        return "points/ledger";
    }

    private Optional<UserId> found(String typed) {
        return users.search(typed, 1).stream()
                .findFirst()
                .or(() -> Optional.of(typed)
                        .filter(text -> text.matches("[1-9]\\d{0,17}"))
                        .map(text -> new UserId(Long.parseLong(text))));
    }
}
