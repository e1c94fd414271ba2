-- Tells what is paid for, as known on a day, as ranks of a version. In: :version, :as_of (business day), :first, :last (user_id).
-- Out: rows. Safe to repeat after empty-cover.
insert into membership.paid_cover (user_id, rank, tier_id, from_on, until_on)
select r.user_id, r.rank, r.tier_id, r.from_on, r.until_on
from membership.paid_ranks(:version, :as_of, :first, :last) r
