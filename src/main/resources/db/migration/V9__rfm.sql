-- A ruler: the cut points and thresholds scores and classes are read from. Dated and never edited; a change is a new version.
create table rfm.model (
  model_id bigint generated always as identity primary key,
  version int not null unique check (version > 0),
  name text not null check (name <> ''),
  origin text not null check (origin in ('AUTO', 'MANUAL')),
  valid_from date not null,
  window_days int not null check (window_days between 1 and 3650),
  made_for_users bigint not null check (made_for_users >= 0),
  created_at timestamptz not null,
  r_upto_5 int,
  r_upto_4 int,
  r_upto_3 int,
  r_upto_2 int,
  f_from_2 int,
  f_from_3 int,
  f_from_4 int,
  f_from_5 int,
  m_from_2 bigint,
  m_from_3 bigint,
  m_from_4 bigint,
  m_from_5 bigint,
  r_method text not null check (r_method in ('MEAN', 'MEDIAN', 'CUSTOM', 'TOP_PERCENT')),
  r_parameter numeric(20, 4),
  r_threshold numeric(20, 4) not null,
  f_method text not null check (f_method in ('MEAN', 'MEDIAN', 'CUSTOM', 'TOP_PERCENT')),
  f_parameter numeric(20, 4),
  f_threshold numeric(20, 4) not null,
  m_method text not null check (m_method in ('MEAN', 'MEDIAN', 'CUSTOM', 'TOP_PERCENT')),
  m_parameter numeric(20, 4),
  m_threshold numeric(20, 4) not null,
  check ((r_method in ('CUSTOM', 'TOP_PERCENT')) = (r_parameter is not null)),
  check ((f_method in ('CUSTOM', 'TOP_PERCENT')) = (f_parameter is not null)),
  check ((m_method in ('CUSTOM', 'TOP_PERCENT')) = (m_parameter is not null))
);
comment on column rfm.model.r_upto_5 is 'Score 5 up to this many days since the last order; null where the score is left out. Past all of them the score is 1.';
comment on column rfm.model.f_from_2 is 'Score 2 from this many orders; null where the score is left out. Below all of them the score is 1.';
comment on column rfm.model.r_threshold is 'Resolved when the version was made. A class counts a dimension as high when it is strictly better.';
comment on column rfm.model.made_for_users is 'How many users could be scored on valid_from.';

-- What people call classes and groups instead of the names Wellspring brings in both languages.
create table rfm.model_name (
  model_id bigint not null references rfm.model,
  code text not null check (
    code in (
      '111', '101', '011', '001', '110', '100', '010', '000',
      'CHAMPIONS', 'LOYAL', 'POTENTIAL_LOYALIST', 'NEW', 'PROMISING',
      'NEEDS_ATTENTION', 'ABOUT_TO_SLEEP', 'AT_RISK', 'CANNOT_LOSE', 'LOST'
    )
  ),
  name text not null check (name <> ''),
  primary key (model_id, code)
);

-- Exactly one of ten named groups for each of the 125 cells, by R and the mean of F and M, halves rounded up:
--
--        FM 1            FM 2                FM 3             FM 4         FM 5
--  R 5   NEW             POTENTIAL_LOYALIST  LOYAL            CHAMPIONS    CHAMPIONS
--  R 4   PROMISING       POTENTIAL_LOYALIST  LOYAL            CHAMPIONS    CHAMPIONS
--  R 3   ABOUT_TO_SLEEP  NEEDS_ATTENTION     NEEDS_ATTENTION  LOYAL        LOYAL
--  R 2   ABOUT_TO_SLEEP  ABOUT_TO_SLEEP      AT_RISK          AT_RISK      CANNOT_LOSE
--  R 1   LOST            LOST                AT_RISK          CANNOT_LOSE  CANNOT_LOSE
create table rfm.group_cell (
  r smallint not null check (r between 1 and 5),
  f smallint not null check (f between 1 and 5),
  m smallint not null check (m between 1 and 5),
  group_code text not null check (
    group_code in (
      'CHAMPIONS', 'LOYAL', 'POTENTIAL_LOYALIST', 'NEW', 'PROMISING',
      'NEEDS_ATTENTION', 'ABOUT_TO_SLEEP', 'AT_RISK', 'CANNOT_LOSE', 'LOST'
    )
  ),
  primary key (r, f, m)
);

insert into rfm.group_cell (r, f, m, group_code)
select r, f, m, grid.codes[(f + m + 1) / 2]
from (
  values
    (5, array['NEW', 'POTENTIAL_LOYALIST', 'LOYAL', 'CHAMPIONS', 'CHAMPIONS']),
    (4, array['PROMISING', 'POTENTIAL_LOYALIST', 'LOYAL', 'CHAMPIONS', 'CHAMPIONS']),
    (3, array['ABOUT_TO_SLEEP', 'NEEDS_ATTENTION', 'NEEDS_ATTENTION', 'LOYAL', 'LOYAL']),
    (2, array['ABOUT_TO_SLEEP', 'ABOUT_TO_SLEEP', 'AT_RISK', 'AT_RISK', 'CANNOT_LOSE']),
    (1, array['LOST', 'LOST', 'AT_RISK', 'CANNOT_LOSE', 'CANNOT_LOSE'])
) grid (r, codes)
cross join generate_series(1, 5) f
cross join generate_series(1, 5) m;

-- One run of a model as of one day.
create table rfm.snapshot (
  snapshot_id bigint generated always as identity primary key,
  model_id bigint not null references rfm.model,
  as_of date not null,
  window_days int not null,
  scored_users bigint not null check (scored_users >= 0),
  unscored_users bigint not null check (unscored_users >= 0),
  revenue bigint not null,
  taken_at timestamptz not null,
  duration_ms bigint not null,
  unique (as_of, model_id)
);
comment on column rfm.snapshot.unscored_users is 'Users without an order in the window.';
comment on column rfm.snapshot.revenue is 'Net amount of the scored users in the window.';

-- Every scored user of a snapshot. A partition each, so that dropping a snapshot is dropping a table.
create table rfm.score (
  user_id bigint not null,
  snapshot_id bigint not null,
  recency_days int not null check (recency_days >= 0),
  orders int not null check (orders > 0),
  net bigint not null,
  r smallint not null check (r between 1 and 5),
  f smallint not null check (f between 1 and 5),
  m smallint not null check (m between 1 and 5),
  class_code text not null check (class_code in ('111', '101', '011', '001', '110', '100', '010', '000')),
  group_code text not null,
  primary key (user_id, snapshot_id)
) partition by list (snapshot_id);

-- The cube every figure on the page is summed from.
create table rfm.cell (
  snapshot_id bigint not null references rfm.snapshot on delete cascade,
  r smallint not null,
  f smallint not null,
  m smallint not null,
  class_code text not null,
  group_code text not null,
  users bigint not null check (users > 0),
  net bigint not null,
  primary key (snapshot_id, r, f, m, class_code)
);

-- How many users went from which class to which; NONE is not scored.
create table rfm.migration (
  from_snapshot bigint not null references rfm.snapshot on delete cascade,
  to_snapshot bigint not null references rfm.snapshot on delete cascade,
  from_class text not null,
  to_class text not null,
  users bigint not null check (users > 0),
  primary key (from_snapshot, to_snapshot, from_class, to_class),
  check (from_class <> 'NONE' or to_class <> 'NONE')
);
create index migration_to on rfm.migration (to_snapshot);

-- Makes the partition of one snapshot unless it is there. It is attached, not created in place, so readers of other snapshots
-- do not wait.
create function rfm.open_scores(p_snapshot bigint) returns void
language plpgsql
as $$
declare
  partition_name text := 'score_' || p_snapshot;
begin
  if to_regclass(format('rfm.%I', partition_name)) is null then
    execute format('create table rfm.%I (like rfm.score including all)', partition_name);
    execute format('alter table rfm.score attach partition rfm.%I for values in (%s)', partition_name, p_snapshot);
  end if;
end
$$;

-- Drops the partition of one snapshot if it is there.
create function rfm.drop_scores(p_snapshot bigint) returns void
language plpgsql
as $$
begin
  execute format('drop table if exists rfm.%I', 'score_' || p_snapshot);
end
$$;
