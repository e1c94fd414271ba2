-- The columns in the order in which they are reached fastest: what every user has and what is of fixed length first, texts last. A column
-- behind a text is found only by walking over the text, a million times a count.
create table profiles.profile_in_order (
  user_id bigint primary key,
  net_amount bigint not null,
  window_net bigint not null,
  orders int not null check (orders >= 0),
  refunds int not null check (refunds >= 0),
  window_orders int not null,
  demo boolean not null,
  has_phone boolean not null default false,
  has_email boolean not null default false,
  last_order_on date,
  first_order_on date,
  registered_on date,
  stage_since date,
  birth_year smallint,
  birthday smallint,
  r smallint check (r between 1 and 5),
  f smallint check (f between 1 and 5),
  m smallint check (m between 1 and 5),
  stage text,
  city text,
  class_code text,
  channel text,
  province text,
  gender text,
  group_code text,
  from_class text,
  median_gap_days numeric(7, 1),
  check ((class_code is null) = (group_code is null and r is null and f is null and m is null)),
  check ((stage is null) = (stage_since is null))
);
comment on column profiles.profile_in_order.class_code is 'In the snapshot users stand by; null where the user is not scored in it.';
comment on column profiles.profile_in_order.from_class is 'In the snapshot before that one; NONE where not scored in it, null where there is none.';
comment on column profiles.profile_in_order.birthday is 'Month times 100 plus day.';

insert into profiles.profile_in_order (
  user_id, registered_on, channel, province, city, gender, demo, first_order_on, last_order_on, orders,
  refunds, net_amount, window_orders, window_net, median_gap_days, r, f, m, class_code,
  group_code, from_class, stage, stage_since, has_phone, has_email, birth_year, birthday
)
select
  user_id, registered_on, channel, province, city, gender, demo, first_order_on, last_order_on, orders,
  refunds, net_amount, window_orders, window_net, median_gap_days, r, f, m, class_code,
  group_code, from_class, stage, stage_since, has_phone, has_email, birth_year, birthday
from profiles.profile
order by user_id;

drop table profiles.profile;
alter table profiles.profile_in_order rename to profile;
alter index profiles.profile_in_order_pkey rename to profile_pkey;

-- The indexes are those of R__profiles_indexes.sql, which runs after this where it has not run before.
do $$
begin
  if to_regprocedure('profiles.add_indexes()') is not null then
    perform profiles.add_indexes();
  end if;
end
$$;
