-- Tells the planner what the ranges hold after all were written. Safe to repeat.
analyze lifecycle.stage_range
