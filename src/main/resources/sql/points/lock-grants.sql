-- Lets one grant after the other be asked for, so that each sees what the others came to.
-- Safe to repeat.
lock table points.bulk_grant in share row exclusive mode
