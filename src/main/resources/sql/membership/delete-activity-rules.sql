-- Drops the rules of the draft for activity, to be written anew in the same transaction. In: :version. Safe to repeat.
delete from membership.activity_rule r
using membership.programme p
where r.version = :version
and p.version = r.version
and p.state = 'DRAFT'
