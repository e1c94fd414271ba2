-- Where the users who moved after one day were at its end, and where they are at the end of another; those who came back to where they were
-- are among them. Who did not move is not.
-- In: :from, :to (business days). Out: a row per pair; from_stage is null for those who came to us in between. Changes nothing.
select moved.from_stage, moved.stage, count(*) as users
from (
  select
    (array_agg(r.from_stage order by r.since))[1] as from_stage,
    (array_agg(r.stage order by r.since desc))[1] as stage
  from lifecycle.stage_range r
  where r.since > :from
  and r.since <= :to
  group by r.user_id
) moved
group by moved.from_stage, moved.stage
