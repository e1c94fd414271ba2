-- Removes the absorbed user, whose values stand in the record of the merge. in: absorbed. Safe to repeat.
delete from users.users
where user_id = :absorbed
