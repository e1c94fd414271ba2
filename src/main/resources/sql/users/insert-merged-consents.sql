-- Keeps what a user stands by after another was merged into it.
-- in: survivor, by, when. out: rows written. Safe to repeat: what is kept is not kept again.
insert into users.consent_entry (user_id, medium, given, happened_at, cause, said_by)
select c.user_id, c.medium, c.given, :when, 'MERGE', :by
from users.unkept_consent c
where c.user_id = :survivor
