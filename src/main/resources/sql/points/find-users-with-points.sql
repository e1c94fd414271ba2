-- The users an undone intake would take with it, or that are only kept for later ones, who have points that did not come by rules and for good: what
-- rules gave goes with its facts.
-- in: intake. Reads only.
select u.user_id
from users.users u
join points.account a on a.user_id = u.user_id
where (u.created_by = :intake or u.withdrawn)
  and exists (
    select
    from points.entry e
    where e.user_id = u.user_id
      and e.kind <> 'EXPIRE'
      and not exists (
        select
        from points.earned_fact f
        where f.user_id = e.user_id
          and f.entry_id = coalesce(e.reverses, e.entry_id)
      )
  )
