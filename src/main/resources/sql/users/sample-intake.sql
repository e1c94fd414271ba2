-- Some staged rows of one outcome, with the values they would change as JSON objects.
-- in: intake, outcome, fill (fields never overwritten), limit.
-- out: line_no, outcome, external_id, phone, email, reason, reason_fact, before, after. Reads only.
select s.line_no, s.outcome, s.external_id, s.phone, s.email, s.reason, s.reason_fact,
       case when s.outcome = 'UPDATED' then users.cells(s.known) end as before,
       case when s.outcome = 'UPDATED' then users.cells(users.effect_of(s.given, s.known, string_to_array(:fill, ','))) end as after
from (
  select r as given, u as known, r.line_no, coalesce(v.outcome, 'CREATED') as outcome, r.external_id, r.phone, r.email,
         v.reason, v.reason_fact
  from users.intake_row r
  left join users.intake_verdict v on v.intake_id = r.intake_id and v.line_no = r.line_no
  left join users.users u on u.user_id = v.user_id
  where r.intake_id = :intake
    and coalesce(v.outcome, 'CREATED') = :outcome
  order by r.line_no
  limit :limit
) s
order by s.line_no
