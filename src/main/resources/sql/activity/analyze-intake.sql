-- Lets the planner know how many rows were just staged; without, it plans for a handful and takes hours over a million.
-- Safe to repeat.
analyze activity.intake_row
