alter table points.reward add column least_tier int check (least_tier > 0);
comment on column points.reward.least_tier is 'Only for users of this tier or above, by its number through all versions; null is for everybody.';
