-- Decides what becomes of each value an intake changed: it is had back where it still stands as the intake left it; it stays where a
-- later change has replaced it; it cannot be had back where it is an identity that is another user's by now.
-- in: intake. out: rows written. Safe to repeat after forget-undo.
insert into users.undo_cell (intake_id, user_id, change_id, cell, was, became, outcome, later_change_id)
select :intake, c.user_id, c.change_id, k.cell, c.before -> k.cell, c.after -> k.cell,
  case
    when later.change_id is not null then 'KEPT'
    when users.cells(u) -> k.cell is distinct from c.after -> k.cell then 'KEPT'
    when k.cell in ('EXTERNAL_ID', 'PHONE', 'EMAIL')
      and exists (
        select
        from users.identity i
        where i.kind = k.cell
          and i.value = c.before ->> k.cell
          and i.user_id <> c.user_id
      ) then 'FAILED'
    else 'RESTORED'
  end,
  later.change_id
from users.user_change c
join users.users u on u.user_id = c.user_id
cross join lateral jsonb_object_keys(c.before || c.after) k (cell)
left join lateral (
  select min(l.change_id) as change_id
  from users.user_change l
  where l.user_id = c.user_id
    and l.change_id > c.change_id
    and jsonb_exists(l.before || l.after, k.cell)
) later on true
where c.intake_id = :intake
