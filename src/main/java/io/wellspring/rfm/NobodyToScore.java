package io.wellspring.rfm;

import io.wellspring.shared.Refusal;
import java.time.LocalDate;

/** Nobody has an order in the window, so there is nothing to cut a model from. */
public class NobodyToScore extends Refusal.Rejected {

    NobodyToScore(LocalDate asOf, int windowDays) {
        super(asOf.toString(), windowDays);
    }
}
