-- Lets the planner know how many figures were computed. Safe to repeat.
analyze metrics.computed_figures
