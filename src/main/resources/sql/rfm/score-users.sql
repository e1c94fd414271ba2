-- Scores every user with an order in the window by the cut points and thresholds of one model, into a part that is empty.
-- In: :snapshot, :model, :stored (read the kept figures?), :as_of, :window, :zone. Out: users scored.
-- Not safe to repeat: change-scores is, and takes over where the part is not empty.
insert into rfm.score (user_id, snapshot_id, recency_days, orders, net, r, f, m, class_code, group_code)
select s.user_id, :snapshot, s.recency_days, s.orders, s.net, s.r, s.f, s.m, s.class_code, s.group_code
from rfm.scored(:model, :stored, :as_of, :window, :zone) s
