-- Lets the planner know how many come and leave. They stand in the temporary table of this transaction. Safe to repeat.
analyze difference
