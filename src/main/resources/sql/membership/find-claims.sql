-- Claims, the latest first, with what undid them. In: :claim, :user, :benefit, :tier (its number through all versions, of those who hold
-- it now), :from (a business day; each null is any), :undone (whether undone ones are wanted too), :limit, :offset. Changes nothing.
select
  c.user_id, c.claim_id, c.benefit_id, b.name_en, b.name_zh, c.tier_id, t.name_en as tier_en, t.name_zh as tier_zh,
  c.day, c.at, c.cost, c.points, c.by_name,
  u.claim_id as undone_id, u.at as undone_at, u.reason as undone_reason, u.by_name as undone_by
from membership.claim c
join membership.benefit b on b.benefit_id = c.benefit_id
left join membership.tier t on t.id = c.tier_id
left join membership.claim u on u.user_id = c.user_id and u.undoes = c.claim_id
where c.undoes is null
and (cast(:claim as bigint) is null or c.claim_id = :claim)
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
order by c.claim_id desc
limit :limit
offset :offset
