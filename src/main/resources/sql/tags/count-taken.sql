-- How many tags of earlier imports users would lose in the groups that are replaced; rows that the registry refuses do not count.
-- in: intake, replaced (names of groups as JSON, in lower case). out: one number. Reads only, after match-intake.
select count(*)
from tags.intake_row r
join users.intake_row u on u.intake_id = r.intake_id and u.line_no = r.line_no and u.outcome <> 'REJECTED'
join tags.tag_group g on lower(g.name) = lower(r.group_name)
join tags.tag t on t.group_id = g.group_id
join tags.user_tag h on h.user_id = r.user_id and h.tag_id = t.tag_id
where r.intake_id = :intake
  and h.intake_id is not null
  and jsonb_exists(cast(:replaced as jsonb), lower(r.group_name))
  and not t.name = any (r.names)
