-- What membership and points tell of a user, among the columns that are reached fastest, see V76.
create index entry_spends on points.entry (user_id, day) where kind = 'SPEND';

create table profiles.profile_with_tier (
  user_id bigint primary key,
  net_amount bigint not null,
  window_net bigint not null,
  points bigint not null default 0,
  points_expiring bigint not null default 0,
  growth_value bigint not null default 0,
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
  tier_due_on date,
  redeemed_on date,
  birth_year smallint,
  birthday smallint,
  tier_no smallint,
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
comment on column profiles.profile_with_tier.class_code is 'In the snapshot users stand by; null where the user is not scored in it.';
comment on column profiles.profile_with_tier.from_class is 'In the snapshot before that one; NONE where not scored in it, null where there is none.';
comment on column profiles.profile_with_tier.points is 'What can be spent, less what is owed.';
comment on column profiles.profile_with_tier.points_expiring is 'What of it expires within thirty days, the day it was looked at among them.';
comment on column profiles.profile_with_tier.redeemed_on is 'The last business day on which points were spent.';
comment on column profiles.profile_with_tier.tier_no is 'Which tier, through all versions of the programme; null before the first evaluation.';
comment on column profiles.profile_with_tier.birthday is 'Month times 100 plus day.';

insert into profiles.profile_with_tier (
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
alter table profiles.profile_with_tier rename to profile;
alter index profiles.profile_with_tier_pkey rename to profile_pkey;

-- The indexes are those of R__profiles_indexes.sql, which runs after this where it has not run before.
do $$
begin
  if to_regprocedure('profiles.add_indexes()') is not null then
    perform profiles.add_indexes();
  end if;
end
$$;
