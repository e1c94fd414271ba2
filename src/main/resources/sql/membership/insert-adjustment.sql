-- Adjusts a user's growth value. In: :user_id, :day, :form (a number of its own), :run, :amount, :reason, :by, :at.
-- Out: 1, or 0 if the form was sent before. Safe to repeat.
insert into membership.growth_entry (user_id, day, source, ref, run_id, amount, reason, by_name, at)
select :user_id, :day, 'ADJUST', :form, :run, :amount, :reason, :by, :at
where not exists (
  select 1
  from membership.growth_entry e
  where e.user_id = :user_id
  and e.source = 'ADJUST'
  and e.ref = :form
)
