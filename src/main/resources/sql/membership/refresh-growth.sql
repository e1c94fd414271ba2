-- Brings the growth value of one user in line with the ledger. In: :user_id, :as_of, :window, :days (of the programme). Safe to repeat.
update membership.standing s
set growth_value = m.growth,
    growth_total = (
      select coalesce(sum(e.amount), 0)
      from membership.growth_entry e
      where e.user_id = :user_id
      and e.day <= :as_of
    )
from membership.standing t
cross join lateral membership.measure(
  t.user_id, membership.window_start(:window, :days, :as_of + 1, t.term_from), :as_of + 1, :as_of, false
) m
where t.user_id = :user_id
and s.user_id = t.user_id
