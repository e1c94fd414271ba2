-- How often a form adjusted a user's growth value by just so much for just this reason. In: :user_id, :form, :amount, :reason. Out: 0 or 1.
-- Changes nothing.
select count(*)
from membership.growth_entry e
where e.user_id = :user_id
and e.source = 'ADJUST'
and e.ref = :form
and e.amount = :amount
and e.reason = :reason
