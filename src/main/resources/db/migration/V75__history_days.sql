-- The first and the last day stand before the arrays, so that who did nothing in the days asked about is passed over without opening
-- them.
create table metrics.order_history_with_days (
  user_id bigint primary key,
  first_order_day date generated always as (order_days[1]) stored,
  last_order_day date generated always as (order_days[cardinality(order_days)]) stored,
  first_refund_day date generated always as (refund_days[1]) stored,
  last_refund_day date generated always as (refund_days[cardinality(refund_days)]) stored,
  order_days date[] not null,
  spent bigint[] not null,
  refund_days date[] not null,
  refunded bigint[] not null,
  check (cardinality(order_days) = cardinality(spent) and cardinality(refund_days) = cardinality(refunded))
);
comment on column metrics.order_history_with_days.order_days is 'The business day of each order, the earliest first; a day with two orders stands there twice.';
comment on column metrics.order_history_with_days.spent is 'Minor units of all orders up to and including the one at the same place.';
insert into metrics.order_history_with_days (user_id, order_days, spent, refund_days, refunded)
select user_id, order_days, spent, refund_days, refunded
from metrics.order_history;
drop table metrics.order_history;
alter table metrics.order_history_with_days rename to order_history;
alter index metrics.order_history_with_days_pkey rename to order_history_pkey;
