-- Takes back the counts of later days. In: :as_of (business day). Out: rows deleted. Safe to repeat.
delete from membership.day_count
where day > :as_of
