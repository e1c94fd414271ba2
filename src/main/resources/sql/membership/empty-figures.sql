-- Forgets the figures of the last evaluation. Safe to repeat.
truncate membership.figure
