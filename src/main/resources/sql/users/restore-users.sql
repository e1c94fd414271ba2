-- Gives users the values back that they had before an undone intake.
-- in: intake. Safe to repeat.
update users.users t
set external_id = (r.restored).external_id,
    name = (r.restored).name,
    phone = (r.restored).phone,
    email = (r.restored).email,
    gender = (r.restored).gender,
    birthday = (r.restored).birthday,
    province = (r.restored).province,
    city = (r.restored).city,
    channel = (r.restored).channel,
    registered_at = (r.restored).registered_at,
    attributes = (r.restored).attributes,
    sms_consent = (r.restored).sms_consent,
    email_consent = (r.restored).email_consent,
    demo = case when t.touched_by = :intake then r.was_demo else t.demo end,
    updated_at = case when t.touched_by = :intake then r.was_updated_at else t.updated_at end,
    touched_by = case when t.touched_by = :intake then r.was_touched_by else t.touched_by end
from (
  select u.user_id, c.was_demo, c.was_touched_by, c.was_updated_at,
    users.with_cells(u, coalesce(p.cells, '{}'), coalesce(p.cleared, '{}')) as restored
  from users.user_change c
  join users.users u on u.user_id = c.user_id
  left join (
    select change_id, user_id,
      jsonb_object_agg(cell, was) filter (where was is not null) as cells,
      array_agg(cell) filter (where was is null) as cleared
    from users.undo_cell
    where intake_id = :intake
      and outcome = 'RESTORED'
    group by change_id, user_id
  ) p on p.user_id = c.user_id and p.change_id = c.change_id
  where c.intake_id = :intake
) r
where t.user_id = r.user_id
