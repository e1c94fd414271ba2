package io.wellspring.tags;

import lombok.RequiredArgsConstructor;

/** Changes the catalogue as whoever has just read it. */
@RequiredArgsConstructor
final class CataloguePen {

    private final TagCatalogue catalogue;
    private final TagBook book;

    void change(long tag, TagDraft draft) {
        catalogue.change(tag, draft, book.tag(tag).draft().fingerprint());
    }

    void change(long group, GroupDraft draft) {
        catalogue.change(group, draft, book.group(group).draft().fingerprint());
    }
}
