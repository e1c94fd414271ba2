-- Lets the planner know how many rows of activity were just staged.
-- Safe to repeat.
analyze activity.behaviour_intake_row
