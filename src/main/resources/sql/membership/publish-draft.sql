-- Publishes the draft. In: :version, :effective_on (business day), :at, :by. Out: 1, or 0 if there is no such draft. Safe to repeat.
update membership.programme
set state = 'PUBLISHED',
    effective_on = :effective_on,
    published_at = :at,
    published_by = :by
where version = :version
and state = 'DRAFT'
