-- Terms of a user neither overlap nor leave a gap: each that ended is followed by the one that begins on that day, no two end on the same
-- day, and only the last one has no end. The last term to begin can be followed by none, so it is the open one; the one before it can only end
-- where that one begins, and so on. Plain keys say it, which cost a tenth of what an exclusion constraint did when a million terms begin.
alter table membership.tier_history
  drop constraint tier_history_no_overlap,
  add column ends_on date generated always as (upper(during)) stored;
comment on column membership.tier_history.ends_on is 'The day on which the next term begins; null while the term is the open one.';
alter table membership.tier_history
  add constraint tier_history_one_end unique nulls not distinct (user_id, ends_on),
  add constraint tier_history_followed foreign key (user_id, ends_on) references membership.tier_history (user_id, starts_on)
    deferrable initially deferred;
