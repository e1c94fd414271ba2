-- Lets the planner know how many users match. They stand in the temporary table of this transaction. Safe to repeat.
analyze matched
