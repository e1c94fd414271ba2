-- Writes a check-in. Under the lock of the account.
-- in: user, day, streak, amount, by. out: rows written. Safe to repeat: a day is one check-in.
insert into points.check_in (user_id, day, streak, amount, by_name)
values (:user, :day, :streak, :amount, :by)
on conflict (user_id, day) do nothing
