-- Remembers the tags that a replacing import is about to take away from users.
-- in: intake, replaced (names of groups as JSON, in lower case). Safe to repeat: what was taken is no longer there to be taken.
insert into tags.taken_tag (taken_by, user_id, tag_id, intake_id, since)
select distinct :intake, h.user_id, h.tag_id, h.intake_id, h.since
from tags.intake_row r
join tags.tag_group g on lower(g.name) = lower(r.group_name)
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
  and not t.name = any (string_to_array(r.names, chr(31)))
