-- What users held of lots that are over by now, so many months before, and what of it they spent in time. As it was added up last.
create table points.burn_share (
  months_left int primary key check (months_left >= 0),
  held bigint not null,
  spent bigint not null,
  as_of date not null
);
