-- Forgets the counts of a day, to be made anew in the same transaction. In: :as_of (business day). Safe to repeat.
delete from membership.day_count
where day = :as_of
