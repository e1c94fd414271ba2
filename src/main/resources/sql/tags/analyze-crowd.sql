-- Lets the planner know how many users there are.
-- Safe to repeat.
analyze tag_crowd
