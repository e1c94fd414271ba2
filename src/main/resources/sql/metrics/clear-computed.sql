-- Forgets computed figures. Safe to repeat.
truncate metrics.computed_figures
