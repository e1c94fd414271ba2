-- Where a user stands in the lifecycle on the day the figures are about; null for those who had not come to us by then.
alter table profiles.profile
  add column stage text,
  add column stage_since date,
  add check ((stage is null) = (stage_since is null));
create index profile_stage on profiles.profile (stage, net_amount, user_id);
