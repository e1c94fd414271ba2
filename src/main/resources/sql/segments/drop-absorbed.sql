-- Lets a user who is gone be a member nowhere. in: absorbed. Safe to repeat.
delete from segments.member
where user_id = :absorbed
