-- What lists are sorted by. User and value together are unique, so that every row has a place to continue from; what is missing stands at
-- the end of an index and is read by itself. Kept in functions, so that a first load can take them off and build them behind the rows.
create or replace function profiles.add_indexes() returns void
language plpgsql
set client_min_messages to warning
as $$
begin
  create index if not exists profile_by_registered_on on profiles.profile (registered_on, user_id);
  create index if not exists profile_by_first_order_on on profiles.profile (first_order_on, user_id);
  create index if not exists profile_by_last_order_on on profiles.profile (last_order_on, user_id);
  create index if not exists profile_orders on profiles.profile (orders, user_id);
  create index if not exists profile_by_refunds on profiles.profile (refunds, user_id);
  create index if not exists profile_net_amount on profiles.profile (net_amount, user_id);
  create index if not exists profile_by_average_order on profiles.profile ((round(net_amount::numeric / nullif(orders, 0))::bigint), user_id);
  create index if not exists profile_by_median_gap on profiles.profile (median_gap_days, user_id);
  create index if not exists profile_by_window_orders on profiles.profile (window_orders, user_id);
  create index if not exists profile_by_window_net on profiles.profile (window_net, user_id);
  create index if not exists profile_by_stage_since on profiles.profile (stage_since, user_id);
  create index if not exists profile_by_points on profiles.profile (points, user_id);
  create index if not exists profile_by_growth_value on profiles.profile (growth_value, user_id);
  -- The few codes are read one after the other; each is filtered by, too.
  create index if not exists profile_class on profiles.profile (class_code, net_amount, user_id);
  create index if not exists profile_group on profiles.profile (group_code, net_amount, user_id);
  create index if not exists profile_stage on profiles.profile (stage, net_amount, user_id);
  -- Users of one class and stage lie side by side by what they brought: the most similar ones are a few steps up and down.
  create index if not exists profile_similar
  on profiles.profile ((coalesce(class_code, 'NONE')), (coalesce(stage, 'NONE')), net_amount, user_id)
  where orders > 0;
end
$$;

create or replace function profiles.drop_indexes() returns void
language plpgsql
set client_min_messages to warning
as $$
begin
  drop index if exists
    profiles.profile_by_registered_on, profiles.profile_by_first_order_on, profiles.profile_by_last_order_on,
    profiles.profile_orders, profiles.profile_by_refunds, profiles.profile_net_amount, profiles.profile_by_average_order,
    profiles.profile_by_median_gap, profiles.profile_by_window_orders, profiles.profile_by_window_net,
    profiles.profile_by_stage_since, profiles.profile_class, profiles.profile_group, profiles.profile_stage,
    profiles.profile_by_points, profiles.profile_by_growth_value, profiles.profile_similar;
end
$$;

select profiles.add_indexes();
