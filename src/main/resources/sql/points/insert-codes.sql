-- Adds codes to a reward. out: how many were not there.
-- in: reward, codes (a JSON array of texts). Safe to repeat: a code is there once.
insert into points.reward_code (reward_id, code)
select :reward, c.code
from jsonb_array_elements_text(cast(:codes as jsonb)) as c (code)
on conflict (reward_id, code) do nothing
