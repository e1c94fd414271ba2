-- Who may answer for a tag: the active staff, by name.
-- out: id, name. Reads only.
select id, name
from staff.account
where state = 'ACTIVE'
order by lower(name), id
