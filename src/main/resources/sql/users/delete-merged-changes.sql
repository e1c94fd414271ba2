-- Forgets what imports changed of the absorbed user: it cannot be had back. in: absorbed. Safe to repeat.
delete from users.user_change
where user_id = :absorbed
