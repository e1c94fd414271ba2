-- For how many days after the claim points of a benefit can be spent; null is for good.
alter table membership.benefit
  add column points_days int check (points_days between 1 and 36500),
  add constraint benefit_days_of_points check (points_days is null or points is not null);
