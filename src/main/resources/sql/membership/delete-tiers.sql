-- Drops the tiers of the draft, to be written anew in the same transaction. In: :version. Safe to repeat.
delete from membership.tier t
using membership.programme p
where t.version = :version
and p.version = t.version
and p.state = 'DRAFT'
