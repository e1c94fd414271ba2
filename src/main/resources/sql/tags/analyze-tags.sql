-- Lets the planner know of the tags just given.
-- Safe to repeat.
analyze tags.tag, tags.user_tag
