-- Lets no other transaction add, change or remove an account until this one ends: for rules about all accounts together.
-- in: nothing
-- out: nothing
-- safe to repeat: yes
lock table staff.account in share row exclusive mode
