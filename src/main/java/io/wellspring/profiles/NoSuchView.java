package io.wellspring.profiles;

import io.wellspring.shared.Refusal;

/** The view is not there, or is not shared with whoever asks. */
public class NoSuchView extends Refusal.NotFound {

    NoSuchView(long id) {
        super(id);
    }
}
