-- Whether most users have no profile yet, and so many that building indexes behind the rows takes less time than filling them one by one.
-- In: :fewest. Out: one row. Changes nothing.
select u.users >= :fewest and u.users > 2 * p.profiles as mostly_new
from (select count(*) as users from users.users) u
cross join (select count(*) as profiles from profiles.profile) p
