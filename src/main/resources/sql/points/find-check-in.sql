-- What a user got for checking in on a day.
-- in: user, day. out: at most one row. Reads only.
select streak, amount
from points.check_in
where user_id = :user
  and day = :day
