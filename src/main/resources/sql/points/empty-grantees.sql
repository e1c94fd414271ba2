-- Makes room for other users.
-- Safe to repeat.
truncate chosen_grantee
