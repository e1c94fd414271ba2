-- Lets the survivor answer to every identity of the absorbed user; those that stand in none of the survivor's columns are aliases.
-- in: survivor, absorbed. Safe to repeat.
update users.identity i
set user_id = s.user_id,
    alias = i.value is distinct from case i.kind when 'EXTERNAL_ID' then s.external_id when 'PHONE' then s.phone else s.email end
from users.users s
where i.user_id = :absorbed
  and s.user_id = :survivor
