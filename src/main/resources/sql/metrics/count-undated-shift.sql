-- By how much the number of users without a day of registration changes with the touched users.
-- Out: one number. Changes nothing; to be asked before write-computed.
select
  (select count(*) from metrics.computed_figures where registered_on is null)
  - (
    select count(*)
    from metrics.computed_figures f
    join metrics.user_metrics m on m.user_id = f.user_id
    where m.registered_on is null
  )
