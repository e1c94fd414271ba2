-- Activity comes in by files too. The same type at the same time of the same user is the same activity: it counts once.
alter table imports.import_file
  drop constraint import_file_kind_check,
  add check (kind in ('USERS', 'ORDERS', 'ACTIVITY', 'DEMO'));

alter table activity.behaviour
  add column attributes jsonb not null default '{}' check (jsonb_typeof(attributes) = 'object');

-- What was taken in before could repeat itself.
update activity.behaviour b
set count = same.count
from (
  select user_id, type, happened_at, min(behaviour_id) as behaviour_id, sum(count)::int as count
  from activity.behaviour
  group by user_id, type, happened_at
  having count(*) > 1
) same
where b.user_id = same.user_id
  and b.behaviour_id = same.behaviour_id;

delete from activity.behaviour b
using activity.behaviour earlier
where earlier.user_id = b.user_id
  and earlier.type = b.type
  and earlier.happened_at = b.happened_at
  and earlier.behaviour_id < b.behaviour_id;

create unique index behaviour_once on activity.behaviour (user_id, type, happened_at);

-- Rows of a file on their way in; each can be made again from the file, so it is not logged.
create unlogged table activity.behaviour_intake_row (
  intake_id bigint not null,
  line_no bigint not null,
  external_id text,
  phone text,
  email text,
  type text not null,
  happened_at timestamptz not null,
  count int not null,
  attributes jsonb not null,
  user_id bigint,
  matched_by text check (matched_by in ('EXTERNAL_ID', 'PHONE', 'EMAIL')),
  outcome text check (outcome in ('CREATED', 'UNCHANGED', 'REJECTED')),
  reason text,
  reason_fact text,
  primary key (intake_id, line_no)
);
