-- Whose memberships end between two days, the soonest first, as far as nothing is paid beyond.
-- In: :as_of, :from, :until (business days), :limit, :offset. Out: user_id, plan_id, name_en, name_zh, since, last_day, total. Changes nothing.
select e.user_id, e.plan_id, p.name_en, p.name_zh, e.since, e.last_day, count(*) over () as total
from membership.paid_ends(:as_of) e
join membership.plan p on p.plan_id = e.plan_id
where e.last_day >= :from
and e.last_day < :until
order by e.last_day, e.user_id, e.plan_id
limit :limit
offset :offset
