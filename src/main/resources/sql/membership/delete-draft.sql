-- Discards the draft with its tiers and rules. Out: 1, or 0 if there is none. Safe to repeat.
delete from membership.programme
where state = 'DRAFT'
