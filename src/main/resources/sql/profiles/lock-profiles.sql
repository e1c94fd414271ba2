-- Lets no other transaction write profiles until this one ends; lists are read meanwhile. Safe to repeat.
lock table profiles.profile in share row exclusive mode
