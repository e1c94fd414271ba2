-- Days since the last order grow for everybody every day: kept, they had every row and all its indexes written anew each night.
alter table profiles.profile drop column recency_days;

-- Lists now put what is missing last in either direction, see R__profiles_indexes.sql.
drop index profiles.profile_registered_on;
drop index profiles.profile_last_order_on;

-- Which state of the profiles is there: another value with every change, the same on all instances. What was counted of one state
-- holds as long as it is the current one.
create table profiles.revision (
  only_one boolean primary key default true check (only_one),
  revision uuid not null
);
