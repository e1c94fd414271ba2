-- Lets the planner know of the orders just written, before their numbers and figures are looked for.
-- Safe to repeat.
analyze activity.order_fact, activity.order_number
