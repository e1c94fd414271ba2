-- Whom a grant goes to is read in the language of whoever reads it, not of who asked for it.
alter table points.bulk_grant add column whom_zh text not null default '';
comment on column points.bulk_grant.whom_zh is 'The same as whom, in Chinese; empty of grants that were asked for before it was kept, and of everybody.';
