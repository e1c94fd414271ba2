-- A number for what is to be taken back at one time, apart from what another run finds.
-- Each has its own.
select nextval('points.taking_back_run') as run
