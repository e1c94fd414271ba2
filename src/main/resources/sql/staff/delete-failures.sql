-- Takes back what an attempt that succeeded was counted for, and everything that counted against its account.
-- in: id (of what the attempt was counted for), tried (the account)
-- out: rows changed
-- safe to repeat: yes
delete from staff.login_failure
where id = :id
    or tried = :tried
