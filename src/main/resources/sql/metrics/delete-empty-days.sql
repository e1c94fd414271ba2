-- Drops the days after :as_of and those on which nothing is left that happened.
-- In: :as_of (business day). Out: rows deleted. Safe to repeat.
delete from metrics.day_figures
where day > :as_of
  or (new_users = 0 and orders = 0 and refunds = 0)
