-- Gives users the tags of the staged rows, and writes it down; who has one already keeps it as it is, with its own source and day.
-- in: intake, when, day. out: rows given. Safe to repeat: what a user has is not given again.
with given as (
  insert into tags.user_tag (user_id, tag_id, intake_id, single_group, since, expires_on)
  select w.user_id, w.tag_id, :intake, w.single_group, cast(:when as timestamptz), cast(:day as date) + w.lifetime_days
  from tags.intake_gift w
  where w.intake_id = :intake
    and not exists (
      select
      from tags.user_tag h
      where h.user_id = w.user_id
        and h.tag_id = w.tag_id
    )
  order by w.user_id, w.tag_id
  on conflict do nothing
  returning user_id, tag_id
)
insert into tags.tag_change (user_id, tag_id, at, what, cause, cause_id)
select user_id, tag_id, :when, 'GIVEN', 'IMPORT', :intake
from given
order by user_id, tag_id
