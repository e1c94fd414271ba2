-- Remembers where a member of staff has logged in from.
-- in: account_id, address_digest, now
-- out: rows changed
-- safe to repeat: yes
insert into staff.known_address (account_id, address_digest, last_login_at)
values (:account_id, :address_digest, :now)
on conflict (account_id, address_digest) do update
set last_login_at = excluded.last_login_at
