-- Puts the indexes back that drop-keys took off. A fact or a number that stands there twice breaks one, and with it the whole merge.
-- Not safe to repeat before drop-keys.
alter table activity.order_fact
  add constraint order_fact_pkey primary key (user_id, paid_at, order_id) include (kind, amount);
create index order_fact_paid_at on activity.order_fact using brin (paid_at) with (pages_per_range = 32);
create index order_fact_intake on activity.order_fact using brin (intake_id) with (pages_per_range = 32);
create index order_fact_refund on activity.order_fact (user_id, order_no) where kind = 'REFUND';
alter table activity.order_number
  add constraint order_number_pkey primary key (order_no, kind, source);
create index order_number_intake on activity.order_number using brin (intake_id) with (pages_per_range = 32)
