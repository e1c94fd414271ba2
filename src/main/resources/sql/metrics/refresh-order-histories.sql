-- Brings every user's history of orders and refunds up to date; writes only rows that differ.
-- In: :zone (business zone). Out: rows written. Safe to repeat.
merge into metrics.order_history h
using (
  select s.user_id, s.order_days, s.spent, s.refund_days, s.refunded
  from metrics.order_histories(:zone) s
) f
on h.user_id = f.user_id
when matched and (h.order_days, h.spent, h.refund_days, h.refunded) is distinct from (f.order_days, f.spent, f.refund_days, f.refunded) then update
  set order_days = f.order_days,
      spent = f.spent,
      refund_days = f.refund_days,
      refunded = f.refunded
when not matched then insert (user_id, order_days, spent, refund_days, refunded)
values (f.user_id, f.order_days, f.spent, f.refund_days, f.refunded)
