-- Forgets computed figures. Safe to repeat.
delete from metrics.touched_figures
