-- Discards the draft with its tiers and rules. In: :seen (the edition) and :form (in which it was changed).
-- Out: 1, or 0 if there is none, or it was changed in another form since. Safe to repeat.
delete from membership.programme
where state = 'DRAFT'
and (edition = :seen or last_form <> '' and last_form = :form)
