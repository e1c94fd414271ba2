-- Takes back the terms that begin after a day, before it is evaluated again.
-- In: :as_of (business day). Out: rows deleted. Safe to repeat.
delete from membership.tier_history
where starts_on > :as_of
