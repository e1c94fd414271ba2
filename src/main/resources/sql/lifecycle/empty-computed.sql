-- Forgets computed ranges. Safe to repeat.
truncate lifecycle.computed_range
