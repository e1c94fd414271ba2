-- Lets the planner know of the activity just written.
-- Safe to repeat.
analyze activity.behaviour
