-- Forgets facts that brought nothing and are no longer there.
-- in: first_user and last_user. out: rows deleted. Safe to repeat.
delete from points.earned_fact f
using points.earning_rule e
where e.rule_id = f.rule_id
  and f.user_id between :first_user and :last_user
  and f.amount = 0
  and case
    when e.activity is null then not exists (select from activity.order_fact o where o.user_id = f.user_id and o.order_id = f.fact_id)
    else not exists (select from activity.behaviour b where b.user_id = f.user_id and b.behaviour_id = f.fact_id)
  end
