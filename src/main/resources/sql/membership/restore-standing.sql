-- Tells from the open terms where users stand; to be run after delete-standing. Growth value comes with the figures.
-- Out: rows inserted. Safe to repeat after delete-standing.
insert into membership.standing (user_id, tier_id, growth_value, growth_total, since, due_on, starts_on, term_from, decide_on, cause)
select h.user_id, h.tier_id, 0, 0, h.since, h.due_on, h.starts_on, h.term_from, h.decide_on, h.cause
from membership.tier_history h
where upper_inf(h.during)
