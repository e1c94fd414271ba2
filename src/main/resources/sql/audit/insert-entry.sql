-- Writes one line of the audit trail.
-- in: at, staff_id (null: nobody known), staff_name, action, subject, before and after (json), address (may be null)
-- out: nothing
-- safe to repeat: no, each call is another line; called once, in the transaction of the change itself
insert into audit.entry (at, staff_id, staff_name, action, subject, before, after, address)
values (
    :at,
    :staff_id,
    :staff_name,
    :action,
    :subject,
    cast(:before as jsonb),
    cast(:after as jsonb),
    :address
)
