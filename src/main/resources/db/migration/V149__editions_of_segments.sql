-- Counts what people change about a segment, so that nobody writes over what somebody else has changed.
alter table segments.segment add column edition int not null default 1 check (edition > 0);
