-- Holds a user, so that one claim comes after the other and the user is merged into no other meanwhile, until the transaction ends.
-- In: :user. Out: one row, or none if there is no such user. Safe to repeat.
select pg_advisory_xact_lock(hashtextextended('membership.claim', u.user_id)), u.user_id
from users.users u
where u.user_id = :user
for key share
