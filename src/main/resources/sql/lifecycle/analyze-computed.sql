-- Tells the planner how many ranges were computed. Safe to repeat.
analyze lifecycle.computed_range
