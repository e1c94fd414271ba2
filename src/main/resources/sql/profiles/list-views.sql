-- A member of staff's views and those others share, by name, and which of them opens first. In: :staff. Changes nothing.
select
  v.view_id,
  v.name,
  v.owner_name,
  v.owner_id = :staff as own,
  v.shared,
  h.view_id is not null as opens,
  v.parameters,
  v.version
from profiles.list_view v
left join profiles.list_habit h
  on h.staff_id = :staff
  and h.view_id = v.view_id
where v.owner_id = :staff
  or v.shared
order by lower(v.name), v.view_id
