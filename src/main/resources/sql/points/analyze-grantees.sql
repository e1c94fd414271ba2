-- Lets the planner know of the users just chosen.
-- Safe to repeat.
analyze points.grantee
