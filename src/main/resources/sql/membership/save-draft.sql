-- Keeps the draft; its tiers and rules are written apart.
-- In: :version, :copy_of, and what a programme says. Out: 1, or 0 if the version is published already. Safe to repeat.
insert into membership.programme (
  version, state, copy_of, reach_window, reach_days, keep_window, keep_days, refunds, order_factor, created_at
)
values (:version, 'DRAFT', :copy_of, :reach_window, :reach_days, :keep_window, :keep_days, :refunds, :order_factor, :at)
on conflict (version) do update
set reach_window = excluded.reach_window,
    reach_days = excluded.reach_days,
    keep_window = excluded.keep_window,
    keep_days = excluded.keep_days,
    refunds = excluded.refunds,
    order_factor = excluded.order_factor
where programme.state = 'DRAFT'
