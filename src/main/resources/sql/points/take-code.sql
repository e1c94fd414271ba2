-- Hands out one code of a reward that nobody has.
-- in: reward, key (of the redemption). out: the code, or nothing if none is left. Safe to repeat: a redemption has one code.
update points.reward_code c
set key = :key
where c.reward_id = :reward
  and c.code = (
    select f.code
    from points.reward_code f
    where f.reward_id = :reward
      and f.key is null
    order by f.code
    limit 1
    for update skip locked
  )
returning c.code
