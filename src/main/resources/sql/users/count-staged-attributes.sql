-- How many staged rows that are not refused give a value of each attribute.
-- in: intake. out: code, rows. Reads only.
select a.code, count(*) as rows
from users.intake_row r
cross join lateral jsonb_object_keys(coalesce(r.attributes, '{}') || coalesce(r.attributes_if_missing, '{}')) a (code)
where r.intake_id = :intake
  and not exists (
    select
    from users.intake_verdict v
    where v.intake_id = r.intake_id
      and v.line_no = r.line_no
      and v.outcome = 'REJECTED'
  )
group by a.code
