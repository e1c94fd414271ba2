-- How often each benefit was claimed in which tier, undone claims left out, whoever holds that tier now.
-- In: :from (first day of the twelve months), :day (business day). Out: benefit_id, tier_no, claims. Changes nothing.
select c.benefit_id, t.tier_no, count(*) as claims
from membership.claim c
join membership.tier t on t.id = c.tier_id
where c.undoes is null
and c.day >= :from
and c.day <= :day
and not exists (select from membership.claim u where u.user_id = c.user_id and u.undoes = c.claim_id)
group by c.benefit_id, t.tier_no
