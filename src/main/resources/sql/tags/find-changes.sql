-- What became of one user's tags, the newest first; a tag that has gone by its last name.
-- in: user, limit, offset. out: at, what, cause, cause_id, cause_name (of a member of staff or another tag), tag_id, group_name, name,
-- colour. Reads only.
select c.at, c.what, c.cause, c.cause_id,
       case
         when c.cause in ('STAFF', 'TAG_DELETED') then a.name
         when c.cause = 'TAG_MERGED' then coalesce(o.name, og.name)
       end as cause_name,
       c.tag_id, coalesce(g.name, gone.group_name) as group_name, coalesce(t.name, gone.name) as name, coalesce(t.colour, gone.colour) as colour
from tags.tag_change c
left join tags.tag t on t.tag_id = c.tag_id
left join tags.tag_group g on g.group_id = t.group_id
left join tags.gone_tag gone on gone.tag_id = c.tag_id
left join staff.account a on a.id = c.cause_id
left join tags.tag o on o.tag_id = c.cause_id
left join tags.gone_tag og on og.tag_id = c.cause_id
where c.user_id = :user
order by c.change_id desc
limit :limit
offset :offset
