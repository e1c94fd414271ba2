-- What another tag of a group is called that has a name, however it is capitalised; of several, the one written just so.
-- in: group, name, except (the tag that may be called so). out: name. Reads only.
select name
from tags.tag
where group_id = :group
  and lower(name) = lower(:name)
  and tag_id <> :except
order by name <> :name, tag_id
limit 1
