-- Of the users who hold a tier now, how many its version entitles to which benefit, and how many of these claimed it in the twelve months,
-- whatever tier they held then. In: :from (first day of the twelve months), :day (business day). Out: benefit_id, tier_no, entitled, claimants.
-- Changes nothing.
select g.benefit_id, g.tier_no, s.entitled, coalesce(c.claimants, 0) as claimants
from (
  select x.tier_id, count(*) as entitled
  from membership.standing x
  group by x.tier_id
) s
join membership.tier t on t.id = s.tier_id
join membership.tier_benefit g on g.version = t.version and g.tier_no = t.tier_no
left join (
  select h.tier_id, y.benefit_id, count(*) as claimants
  from (
    select distinct k.user_id, k.benefit_id
    from membership.claim k
    where k.undoes is null
    and k.day >= :from
    and k.day <= :day
    and not exists (select from membership.claim u where u.user_id = k.user_id and u.undoes = k.claim_id)
  ) y
  join membership.standing h on h.user_id = y.user_id
  group by h.tier_id, y.benefit_id
) c on c.tier_id = s.tier_id and c.benefit_id = g.benefit_id
order by g.benefit_id, g.tier_no
