-- Keeps everybody from giving, taking and changing tags until the transaction ends; reading goes on.
-- Safe to repeat.
lock table tags.tag_group in exclusive mode
