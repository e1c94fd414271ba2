-- Scores every user with an order in the window anew, in a snapshot that is taken again; writes only rows that differ.
-- In: :snapshot, :model, :stored (read the kept figures?), :as_of, :window, :zone. Out: rows written. Safe to repeat.
merge into rfm.score t
using rfm.scored(:model, :stored, :as_of, :window, :zone) s
on t.snapshot_id = :snapshot and t.user_id = s.user_id
when matched and (t.recency_days, t.orders, t.net, t.r, t.f, t.m, t.class_code, t.group_code)
  is distinct from (s.recency_days, s.orders, s.net, s.r, s.f, s.m, s.class_code, s.group_code)
then update
  set recency_days = s.recency_days,
      orders = s.orders,
      net = s.net,
      r = s.r,
      f = s.f,
      m = s.m,
      class_code = s.class_code,
      group_code = s.group_code
when not matched then insert (user_id, snapshot_id, recency_days, orders, net, r, f, m, class_code, group_code)
values (s.user_id, :snapshot, s.recency_days, s.orders, s.net, s.r, s.f, s.m, s.class_code, s.group_code)
