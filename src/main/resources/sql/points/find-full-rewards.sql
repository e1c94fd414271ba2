-- The rewards of which a user had as many as one may; cancelled ones do not count.
-- in: user. Reads only.
select r.reward_id
from points.reward r
join points.redemption d on d.reward_id = r.reward_id
where d.user_id = :user
  and d.state <> 'CANCELLED'
group by r.reward_id
having count(*) >= r.per_user
