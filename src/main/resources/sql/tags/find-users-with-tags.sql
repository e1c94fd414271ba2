-- The users that would go with an intake, or are only kept for later ones, and have tags that it did not give.
-- in: intake. out: user_id. Reads only.
select u.user_id
from users.users u
where (u.created_by = :intake or u.withdrawn)
  and exists (
    select
    from tags.user_tag t
    where t.user_id = u.user_id
      and t.intake_id is distinct from :intake
  )
