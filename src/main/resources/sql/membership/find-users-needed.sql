-- The users an undone intake would take with it, or that are only kept for later ones, to whom staff gave growth value or a
-- tier, who paid for one, or who claimed a benefit.
-- In: :intake. Changes nothing.
select u.user_id
from users.users u
where (u.created_by = :intake or u.withdrawn)
and (
  exists (select from membership.growth_entry e where e.user_id = u.user_id and e.source = 'ADJUST')
  or exists (select from membership.manual_tier m where m.user_id = u.user_id)
  or exists (select from membership.paid_fact p where p.user_id = u.user_id)
  or exists (select from membership.claim c where c.user_id = u.user_id)
)
