-- Forgets failures too old to count.
-- in: before (instant)
-- out: rows changed
-- safe to repeat: yes
delete from staff.login_failure
where failed_at < :before
