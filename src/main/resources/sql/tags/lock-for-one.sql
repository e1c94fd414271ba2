-- Keeps groups and tags as they are while a user's tags change; others may do so meanwhile, one user or many.
-- Safe to repeat.
lock table tags.tag_group in row share mode
