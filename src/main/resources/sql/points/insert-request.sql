-- Keeps an adjustment that waits for a second manager.
-- in: user, form_key, amount, reason, expires_on, staff, name, when. out: rows written. Safe to repeat: a form is one request.
insert into points.adjustment_request (user_id, form_key, amount, reason, expires_on, requested_by, requested_by_name, requested_at)
values (:user, cast(:form_key as uuid), :amount, :reason, cast(:expires_on as date), :staff, :name, :when)
on conflict (form_key) do nothing
