-- Lets the planner know of the users just created, before their identities are looked for.
-- Safe to repeat.
analyze users.users, users.identity
