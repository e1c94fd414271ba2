-- Lets the planner know how many rows were just staged.
-- Safe to repeat.
analyze tags.intake_row
