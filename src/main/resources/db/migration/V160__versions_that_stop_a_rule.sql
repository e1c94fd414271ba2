-- A rule that is yet to begin is stopped by a version that takes all its days and decides on none.
alter table points.earning_version add column stops boolean not null default false;
comment on column points.earning_version.stops is 'Whether it decides on no day, and only keeps the versions before it from deciding.';
