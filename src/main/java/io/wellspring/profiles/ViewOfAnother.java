package io.wellspring.profiles;

import io.wellspring.shared.Refusal;

/** Only who saved a view can change it. */
public class ViewOfAnother extends Refusal.Rejected {

    ViewOfAnother(String name, String owner) {
        super(name, owner);
    }
}
