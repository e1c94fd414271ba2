-- How many users have growth value from each edge up to the next; place 0 is below the first.
-- In: :edges (numbers with commas between, rising). Out: place, users. Changes nothing.
select width_bucket(s.growth_value, cast(string_to_array(:edges, ',') as bigint[])) as place, count(*) as users
from membership.standing s
group by 1
order by 1
