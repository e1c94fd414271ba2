-- Lets the planner know how many figures there are, and of which ranks: else it takes them for few, and looks them up one by one. Safe to repeat.
analyze membership.figure
