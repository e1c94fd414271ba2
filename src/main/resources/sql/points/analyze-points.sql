-- Lets the planner know of the points just given: until then, spending reads whole tables where it should go by the user.
-- Safe to repeat.
analyze points.account, points.entry, points.lot, points.business_key, points.earned_fact
