-- Lets this transaction join and group by hash tables only. Of the table that holds the members' parts PostgreSQL never learns how many users
-- it has, takes them for a few hundred, and would look each of a million up by itself. Safe to repeat.
select
  set_config('enable_nestloop', 'off', true),
  set_config('enable_sort', 'off', true)
