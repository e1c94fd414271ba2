-- Keeps a grant that was asked for.
-- in: form_key, name, amount, reason, expires_on, chosen, whom, whom_zh, list, users, state, day, staff, name_of_staff, when. out: its number, or nothing if the
-- form is a grant already. Safe to repeat: a form is one grant.
insert into points.bulk_grant (form_key, name, amount, reason, expires_on, chosen, whom, whom_zh, list, users, state, day, requested_by, requested_by_name, requested_at)
values (cast(:form_key as uuid), :name, :amount, :reason, cast(:expires_on as date), :chosen, :whom, :whom_zh, cast(:list as text), :users, :state, :day, :staff,
  :name_of_staff, :when)
on conflict (form_key) do nothing
returning grant_id
