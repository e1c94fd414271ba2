-- Lets no other transaction write identities until this one ends; the registry is read meanwhile. Safe to repeat.
lock table users.identity in share row exclusive mode
