-- The tags of one user, by group and name.
-- in: user. out: tag_id, group_name, name, colour, intake_id, segment_id, staff_name, since, expires_on. Reads only.
select t.tag_id, g.name as group_name, t.name, t.colour, h.intake_id, h.segment_id, a.name as staff_name, h.since, h.expires_on
from tags.user_tag h
join tags.tag t on t.tag_id = h.tag_id
join tags.tag_group g on g.group_id = t.group_id
left join staff.account a on a.id = h.staff_id
where h.user_id = :user
order by lower(g.name), t.name
