-- Makes room for other users.
-- Safe to repeat.
truncate tag_crowd
