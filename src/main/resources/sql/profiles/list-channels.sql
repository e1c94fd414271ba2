-- The channels users came by and how many each, most first. Out: at most 50 rows. Changes nothing.
select channel, count(*) as users
from profiles.profile
where channel is not null
group by channel
order by users desc, channel
limit 50
