-- Whose terms are decided in the next months, and what would come of it: worked out by each evaluation, so that nobody waits for it on a page.
create table membership.forecast (
  user_id bigint primary key,
  tier_id bigint not null,
  decide_on date not null,
  growth bigint not null,
  kept boolean not null,
  missing bigint
);
comment on column membership.forecast.growth is 'What counts so far for keeping the tier.';
comment on column membership.forecast.kept is 'Whether it would be kept by what was done so far.';
comment on column membership.forecast.missing is 'By how much more spending it would be kept, in minor units; null if spending alone would not do.';

-- An evaluation made before there was a forecast made none.
alter table membership.current add column forecast boolean not null default false;
