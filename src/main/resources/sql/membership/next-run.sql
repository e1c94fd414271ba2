-- A number for a run of the ledger. Out: the number, each time another.
select nextval('membership.growth_run')
