package io.wellspring.profiles;

import io.wellspring.shared.Refusal;

/** Profiles were brought up to date again and again while something was counted of them. Nothing is wrong: it can be asked again. */
public class ProfilesRefreshing extends Refusal.Conflict {}
