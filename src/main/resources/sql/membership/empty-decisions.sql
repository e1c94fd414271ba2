-- Forgets decisions that are written, or were never. Safe to repeat.
delete from membership.decision
