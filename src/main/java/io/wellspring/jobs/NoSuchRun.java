package io.wellspring.jobs;

import io.wellspring.shared.Refusal;

/** There is no such run. */
public final class NoSuchRun extends Refusal.NotFound {

    public NoSuchRun() {}
}
