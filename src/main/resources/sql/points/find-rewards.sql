-- The rewards, those on offer first, with how many codes are left, how often each was redeemed and whether it has a picture.
-- in: reward (null is all). Reads only.
select r.reward_id, r.name, r.description, r.price, r.supply, r.stock, r.per_user, r.least_tier, r.valid_from, r.valid_until, r.withdrawn, r.edition, p.etag,
  (select count(*) from points.reward_code c where c.reward_id = r.reward_id and c.key is null) as codes,
  (select count(*) from points.redemption d where d.reward_id = r.reward_id and d.state <> 'CANCELLED') as redeemed
from points.reward r
left join points.reward_picture p on p.reward_id = r.reward_id
where cast(:reward as bigint) is null
  or r.reward_id = :reward
order by r.withdrawn, r.price, r.name
