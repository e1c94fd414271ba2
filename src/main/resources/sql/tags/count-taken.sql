-- How many tags users would lose: those of earlier imports in the groups that are replaced, and what a single choice takes the place of;
-- rows that the registry refuses do not count.
-- in: intake, replaced (names of groups as JSON, in lower case). out: one number. Reads only, after match-intake.
select count(*)
from tags.intake_row r
join tags.named_group n on n.name = lower(r.group_name)
join tags.tag_group g on g.group_id = n.group_id
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
  and (
    g.choice = 'SINGLE'
    or h.intake_id is not null and jsonb_exists(cast(:replaced as jsonb), lower(r.group_name))
  )
  and not exists (
    select
    from tags.named_tag said
    where said.group_id = g.group_id
      and said.name = any (string_to_array(lower(r.names), chr(31)))
      and said.tag_id = h.tag_id
  )
