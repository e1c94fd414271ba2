package io.wellspring.imports;

import io.wellspring.shared.Refusal;

/** The file under this key is still on its way, in another request. */
public class StillArriving extends Refusal.Conflict {}
