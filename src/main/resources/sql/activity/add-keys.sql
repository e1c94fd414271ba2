-- Puts the keys back that drop-keys took off. A fact or a number that stands there twice breaks it, and with it the whole merge.
-- Not safe to repeat before drop-keys.
alter table activity.order_fact
  add constraint order_fact_pkey primary key (user_id, paid_at, order_id) include (kind, amount);
alter table activity.order_number
  add constraint order_number_pkey primary key (order_no, kind, source)
