-- Lets the planner know of the growth value that came all at once. Safe to repeat.
analyze membership.growth_entry
