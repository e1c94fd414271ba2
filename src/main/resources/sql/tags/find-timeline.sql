-- When a user got and lost tags, the latest first; a tag that has gone by its last name. What moved because users were merged is left
-- out: it was given, and is, to the same person.
-- in: users (numbers with commas between), at and key (all are below them), limit. Reads only.
select c.at, c.change_id as key, c.what, c.cause, c.cause_id,
       case
         when c.cause in ('STAFF', 'TAG_DELETED') then a.name
         when c.cause = 'TAG_MERGED' then coalesce(o.name, og.name)
       end as cause_name,
       coalesce(t.name, gone.name) as name, t.tag_id
from tags.tag_change c
left join tags.tag t on t.tag_id = c.tag_id
left join tags.gone_tag gone on gone.tag_id = c.tag_id
left join staff.account a on a.id = c.cause_id
left join tags.tag o on o.tag_id = c.cause_id
left join tags.gone_tag og on og.tag_id = c.cause_id
where c.user_id = any (cast(string_to_array(:users, ',') as bigint[]))
  and c.cause <> 'USER_MERGED'
  and (c.at, c.change_id) < (:at, :key)
order by c.at desc, c.change_id desc
limit :limit
