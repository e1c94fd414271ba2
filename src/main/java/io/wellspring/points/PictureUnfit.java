package io.wellspring.points;

import io.wellspring.shared.Refusal;
import java.util.Optional;

/** What was to be the picture is none that browsers show, or too large. */
public final class PictureUnfit extends Refusal.Rejected {

    PictureUnfit(int kilobytes) {
        super(kilobytes);
    }

    @Override
    public Optional<String> field() {
        return Optional.of("picture");
    }
}
