-- Remembers the tags that an import is about to take away from users: those of earlier imports in the groups it replaces, and what a
-- single choice takes the place of.
-- in: intake, replaced (names of groups as JSON, in lower case). Safe to repeat: what was taken is no longer there to be taken.
insert into tags.taken_tag (taken_by, user_id, tag_id, intake_id, staff_id, segment_id, since, expires_on)
select :intake, h.user_id, h.tag_id, h.intake_id, h.staff_id, h.segment_id, h.since, h.expires_on
from tags.intake_row r
join tags.named_group g on g.name = lower(r.group_name)
join tags.tag t on t.group_id = g.group_id
join tags.user_tag h on h.user_id = r.user_id and h.tag_id = t.tag_id
where r.intake_id = :intake
  and not exists (
    select
    from users.intake_verdict v
    where v.intake_id = r.intake_id
      and v.line_no = r.line_no
      and v.outcome = 'REJECTED'
  )
  and h.intake_id is not null
  and jsonb_exists(cast(:replaced as jsonb), lower(r.group_name))
  and not exists (
    select
    from tags.named_tag said
    where said.group_id = g.group_id
      and said.name = any (string_to_array(lower(r.names), chr(31)))
      and said.tag_id = h.tag_id
  )
union
select :intake, h.user_id, h.tag_id, h.intake_id, h.staff_id, h.segment_id, h.since, h.expires_on
from tags.intake_gift w
join tags.user_tag h on h.user_id = w.user_id and h.single_group = w.single_group and h.tag_id <> w.tag_id
where w.intake_id = :intake
on conflict do nothing
