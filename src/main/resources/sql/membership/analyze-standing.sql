-- Lets the planner know of the terms that began all at once. Safe to repeat.
analyze membership.standing, membership.tier_history
