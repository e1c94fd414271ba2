-- Keeps groups and tags as they are while many users' tags change, one such change at a time, so that none waits for another crosswise.
-- Safe to repeat.
lock table tags.tag_group in share update exclusive mode
