-- Redemptions, the latest first.
-- in: redemption, key, user, state, reward (each may be null), limit, offset. Reads only.
select d.user_id, d.redemption_id, d.reward_id, r.name, d.key, d.price, d.code, d.state, d.requested_at, d.requested_by, d.decided_at, d.decided_by
from points.redemption d
join points.reward r on r.reward_id = d.reward_id
where (cast(:redemption as bigint) is null or d.redemption_id = :redemption)
  and (cast(:key as text) is null or d.key = :key)
  and (cast(:user as bigint) is null or d.user_id = :user)
  and (cast(:state as text) is null or d.state = :state)
  and (cast(:reward as bigint) is null or d.reward_id = :reward)
order by d.redemption_id desc
limit :limit
offset :offset
