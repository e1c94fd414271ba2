package io.wellspring.segments.web;

import io.wellspring.segments.SegmentBook;
import io.wellspring.segments.SegmentView;
import io.wellspring.segments.SharedMembers;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;

/** With which others one segment shares users: a page of its own, and a part of the segment's page, which shows the first. */
@Controller
@RequiredArgsConstructor
class SharingPage {

    private static final int SHOWN_AS_PART = 8;

    private final SegmentBook book;

    /** @param list the address of the list of those who are in both */
    record Row(SharedMembers shared, String list) {}

    @GetMapping("/segments/{id:\\d+}/shared")
    String shared(
            @PathVariable long id,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean part,
            Model model) {
        SegmentView segment = book.get(id);
        List<SharedMembers> shared = book.sharing(id);
        model.addAttribute("segment", segment);
        model.addAttribute(
                "rows",
                shared.stream()
                        .limit(part ? SHOWN_AS_PART : shared.size())
                        .map(one -> new Row(
                                one, MemberLists.of(List.of(id, one.other().id()), List.of())))
                        .toList());
        model.addAttribute("more", part && shared.size() > SHOWN_AS_PART ? shared.size() : 0);
        return part ? "segments/shared :: shared" : "segments/shared";
    }
}
