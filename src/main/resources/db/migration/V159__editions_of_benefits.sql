-- Counts what people change about benefits and about plans of paid membership, so that nobody writes over what somebody else has changed.
alter table membership.benefit add column edition int not null default 1 check (edition > 0);
alter table membership.plan add column edition int not null default 1 check (edition > 0);
