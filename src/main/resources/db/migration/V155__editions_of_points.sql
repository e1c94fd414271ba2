-- Counts what people change about rewards and about the settings of points, so that nobody writes over what somebody else has changed.
alter table points.reward add column edition int not null default 1 check (edition > 0);
alter table points.setting add column edition int not null default 1 check (edition > 0);
alter table points.check_in_ladder add column edition int not null default 1 check (edition > 0);
