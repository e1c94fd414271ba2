-- Writes the staged behaviour of known users; what comes twice at the same time adds up.
-- in: intake, demo. Safe to repeat: an intake whose behaviour stands already adds nothing.
insert into activity.behaviour (user_id, type, happened_at, count, demo, intake_id)
select i.user_id, r.type, r.happened_at, sum(r.count), :demo, :intake
from activity.behaviour_row r
join users.identity i on i.kind = 'EXTERNAL_ID' and i.value = r.external_id
where r.intake_id = :intake
  and not exists (select from activity.behaviour b where b.intake_id = :intake)
group by i.user_id, r.type, r.happened_at
order by i.user_id, r.happened_at
