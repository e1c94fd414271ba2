-- How many staged rows that are not refused give a value of each attribute.
-- in: intake. out: code, rows. Reads only.
select a.code, count(*) as rows
from users.intake_row r
cross join lateral jsonb_object_keys(coalesce(r.attributes, '{}') || coalesce(r.attributes_if_missing, '{}')) a (code)
where r.intake_id = :intake
  and r.outcome is distinct from 'REJECTED'
group by a.code
