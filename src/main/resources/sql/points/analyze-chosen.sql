-- Lets the planner know how many users were chosen.
-- Safe to repeat.
analyze chosen_grantee
