-- Makes room for the facts of the next rule.
-- Safe to repeat.
truncate points.fresh_fact
