-- The values that staged rows give to choices which do not have them yet; an attribute that is yet to come has none.
-- in: intake, codes (of the choices, joined by commas). out: code, choice, rows. Reads only.
select given.code, given.choice, count(*) as rows
from users.intake_row r
cross join lateral (
  select c.code, coalesce(r.attributes ->> c.code, r.attributes_if_missing ->> c.code) as choice
  from unnest(string_to_array(:codes, ',')) c (code)
) given
where r.intake_id = :intake
  and not exists (
    select
    from users.intake_verdict v
    where v.intake_id = r.intake_id
      and v.line_no = r.line_no
      and v.outcome = 'REJECTED'
  )
  and given.choice is not null
  and not exists (
    select
    from users.attribute a
    where a.code = given.code
      and given.choice = any (a.choices)
  )
group by given.code, given.choice
order by given.code, rows desc, given.choice
