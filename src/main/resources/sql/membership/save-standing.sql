-- Says of those who were decided on where they stand now. Out: rows written. Safe to repeat.
insert into membership.standing (user_id, tier_id, growth_value, growth_total, since, due_on, starts_on, term_from, decide_on, cause)
select d.user_id, d.tier_id, 0, 0, d.since, d.due_on, d.starts_on, d.term_from, d.decide_on, d.cause
from membership.decision d
order by d.user_id
on conflict (user_id) do update
set tier_id = excluded.tier_id,
    since = excluded.since,
    due_on = excluded.due_on,
    starts_on = excluded.starts_on,
    term_from = excluded.term_from,
    decide_on = excluded.decide_on,
    cause = excluded.cause
