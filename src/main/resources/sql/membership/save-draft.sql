-- Keeps the draft; its tiers and rules are written apart.
-- In: :version, :copy_of, what a programme says, :form in which it was typed, and :seen, the edition that was changed.
-- Out: 1, or 0 if the version is published already, or was changed in another form since. Safe to repeat.
insert into membership.programme (
  version, state, copy_of, reach_window, reach_days, keep_window, keep_days, refunds, order_factor, created_at, last_form
)
values (:version, 'DRAFT', :copy_of, :reach_window, :reach_days, :keep_window, :keep_days, :refunds, :order_factor, :at, :form)
on conflict (version) do update
set reach_window = excluded.reach_window,
    reach_days = excluded.reach_days,
    keep_window = excluded.keep_window,
    keep_days = excluded.keep_days,
    refunds = excluded.refunds,
    order_factor = excluded.order_factor,
    edition = nextval('membership.draft_edition'),
    last_form = excluded.last_form
where programme.state = 'DRAFT'
and (programme.edition = :seen or programme.last_form <> '' and programme.last_form = :form)
