-- Keeps the figures of one period.
-- In: :from, :until (exclusive) and the figures. Safe to repeat.
insert into metrics.period_figures (
  from_on, until_on, users, new_users, orders, refunds, buyers, repeat_buyers, gross, refunded
)
values (:from, :until, :users, :new_users, :orders, :refunds, :buyers, :repeat_buyers, :gross, :refunded)
on conflict (from_on, until_on) do update
set users = excluded.users,
    new_users = excluded.new_users,
    orders = excluded.orders,
    refunds = excluded.refunds,
    buyers = excluded.buyers,
    repeat_buyers = excluded.repeat_buyers,
    gross = excluded.gross,
    refunded = excluded.refunded
