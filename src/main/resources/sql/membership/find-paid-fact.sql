-- What stands under a key. In: :key. Out: at most one row. Changes nothing.
select x.user_id, x.fact_id, x.kind, x.term_id, x.plan_id, x.day, x.from_on, x.until_on, x.amount
from membership.paid_key k
join membership.paid_fact x on x.user_id = k.user_id and x.fact_id = k.fact_id
where k.key = :key
