-- Opens the terms again that held on a day and were followed by others, which are taken back; to be run after delete-later-terms.
-- In: :as_of (business day). Out: rows changed. Safe to repeat.
update membership.tier_history
set during = daterange(starts_on, null)
where not upper_inf(during)
and upper(during) > :as_of
