package io.wellspring.users;

import io.wellspring.shared.Refusal;

/** Somebody else wrote the note, and only a manager may change it for them. */
public final class NoteOfAnother extends Refusal.Rejected {

    NoteOfAnother(String author) {
        super(author);
    }
}
