-- One page of the audit trail, newest first.
-- in: staff_id, system (true: background work only), action, subject (its beginning, as a like pattern), from and until (instants, half-open);
--     each null where not asked for; cursor (id of the last entry of the page before, or null); size
-- out: one row per entry
-- safe to repeat: yes, reads only
select
    e.id,
    e.at,
    e.staff_id,
    e.staff_name,
    e.action,
    e.subject,
    e.before,
    e.after,
    e.address
from audit.entry e
where (cast(:staff_id as bigint) is null or e.staff_id = :staff_id)
    and (not cast(:system as boolean) or (e.staff_id is null and e.staff_name = 'system'))
    and (cast(:action as text) is null or e.action = :action)
    and (cast(:subject as text) is null or e.subject like :subject)
    and (cast(:from as timestamptz) is null or e.at >= :from)
    and (cast(:until as timestamptz) is null or e.at < :until)
    and (
        cast(:cursor as bigint) is null
        or (e.at, e.id) < (select c.at, c.id from audit.entry c where c.id = :cursor)
    )
order by e.at desc, e.id desc
limit :size
