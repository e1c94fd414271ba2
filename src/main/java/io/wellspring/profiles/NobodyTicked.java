package io.wellspring.profiles;

import io.wellspring.shared.Refusal;

/** Users were to be ticked, and none was; that must not mean everybody. */
public class NobodyTicked extends Refusal.Rejected {}
