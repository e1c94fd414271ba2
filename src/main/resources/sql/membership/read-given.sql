-- Who holds a tier by hand and which tier follows when that ends, as far as it is not due by then, in the order of users.
-- Out: user_id, back_tier_id (0 is what is earned). Changes nothing.
select s.user_id, coalesce(case when h.back_due_on is null or h.back_due_on > s.decide_on then h.back_tier_id end, 0) as back_tier_id
from membership.standing s
join membership.tier_history h on h.user_id = s.user_id and h.starts_on = s.starts_on
where s.cause = 'MANUAL'
order by s.user_id
