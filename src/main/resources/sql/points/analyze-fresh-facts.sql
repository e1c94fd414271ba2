-- Counts the facts a rule is about to give points for, so that what follows is planned for so many. Safe to repeat.
analyze points.fresh_fact
