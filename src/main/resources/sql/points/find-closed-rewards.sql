-- The rewards a user may not redeem because of the tier held: those for a tier above it. A tier that is no longer there is the highest below it that is.
-- in: user. out: reward_id. Reads only.
select r.reward_id
from points.reward r
where r.least_tier is not null
  and not exists (
    select
    from membership.standing s
    join membership.tier t on t.id = s.tier_id
    where s.user_id = :user
      and t.rank >= (
        select x.rank
        from membership.tier o
        join membership.tier l on l.version = o.version and l.rank <= o.rank
        join membership.tier x on x.version = t.version and x.tier_no = l.tier_no
        where o.tier_no = r.least_tier
        order by (o.version <= t.version) desc, o.version desc, l.rank desc
        limit 1
      )
  )
