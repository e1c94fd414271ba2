-- Writes what happened to a paid membership, and under which key. In: :key, :user_id, :kind, :term (null of what begins one), :plan, :tier_no, :day,
-- :from, :until (business days; null of what ends one), :amount (minor units), :reason, :by, :at. Out: fact_id, or no row if the key is taken.
-- Safe to repeat.
with fact as (
  select nextval('membership.paid_fact_number') as fact_id
), key as (
  insert into membership.paid_key (key, user_id, fact_id)
  select :key, :user_id, f.fact_id
  from fact f
  on conflict do nothing
  returning fact_id
)
insert into membership.paid_fact (user_id, fact_id, kind, term_id, plan_id, tier_no, day, from_on, until_on, amount, reason, by_name, at)
select
  :user_id, k.fact_id, :kind, coalesce(cast(:term as bigint), k.fact_id), :plan, :tier_no, :day, cast(:from as date), cast(:until as date), :amount,
  cast(:reason as text), :by, :at
from key k
returning fact_id
