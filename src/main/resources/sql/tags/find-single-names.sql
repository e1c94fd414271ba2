-- What single choices are called, and were.
-- out: name, in lower case. Reads only.
select n.name
from tags.named_group n
join tags.tag_group g on g.group_id = n.group_id
where g.choice = 'SINGLE'
