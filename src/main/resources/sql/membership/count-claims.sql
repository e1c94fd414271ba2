-- How many claims find-claims finds, and of how many users. In: as there. Out: claims, users. Changes nothing.
select count(*) as claims, count(distinct c.user_id) as users
from membership.claim c
left join membership.claim u on u.user_id = c.user_id and u.undoes = c.claim_id
where c.undoes is null
and (cast(:user as bigint) is null or c.user_id = :user)
and (cast(:benefit as bigint) is null or c.benefit_id = :benefit)
and (cast(:from as date) is null or c.day >= :from)
and (:undone or u.claim_id is null)
and (
  cast(:tier as int) is null
  or exists (
    select 1
    from membership.standing s
    join membership.tier n on n.id = s.tier_id
    where s.user_id = c.user_id
    and n.tier_no = :tier
  )
)
