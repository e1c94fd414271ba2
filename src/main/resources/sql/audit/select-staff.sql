-- Everyone who occurs in the trail, by the name they had last, found by jumping through the index.
-- in: nothing
-- out: staff_id, staff_name
-- safe to repeat: yes, reads only
with recursive jump as (
    (select staff_id from audit.entry where staff_id is not null order by staff_id limit 1)
    union all
    select (select e.staff_id from audit.entry e where e.staff_id > j.staff_id order by e.staff_id limit 1)
    from jump j
    where j.staff_id is not null
)
select
    j.staff_id,
    n.staff_name
from jump j
cross join lateral (
    select e.staff_name
    from audit.entry e
    where e.staff_id = j.staff_id
    order by e.at desc, e.id desc
    limit 1
) n
order by n.staff_name, j.staff_id
