-- Lets the planner know how many lines a list has: without it, those that name nobody are looked for line by line. Safe to repeat.
analyze segments.listed
