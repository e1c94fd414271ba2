-- Keeps the decisions as open terms; to be run after close-terms. Out: rows inserted. Safe to repeat after delete-same-day.
insert into membership.tier_history (
  user_id, during, starts_on, tier_id, from_tier_id, cause, since, term_from, due_on, decide_on, manual_id, back_tier_id, back_due_on
)
select
  d.user_id, daterange(d.starts_on, null), d.starts_on, d.tier_id, d.from_tier_id, d.cause, d.since, d.term_from, d.due_on, d.decide_on,
  d.manual_id, d.back_tier_id, d.back_due_on
from membership.decision d
order by d.user_id
