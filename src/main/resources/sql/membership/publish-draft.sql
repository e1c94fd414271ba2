-- Publishes the draft. In: :version, :effective_on (business day), :at, :by, :seen (the edition) and :form (in which it was changed).
-- Out: 1, or 0 if there is no such draft, or it was changed in another form since. Safe to repeat.
update membership.programme
set state = 'PUBLISHED',
    effective_on = :effective_on,
    published_at = :at,
    published_by = :by
where version = :version
and state = 'DRAFT'
and (edition = :seen or last_form <> '' and last_form = :form)
