-- What the tiers of the programme are called, the lowest first: those of the version users are measured by, and of others published.
-- In: nothing. Out: tier_no, name_en, name_zh, one row a tier. Changes nothing.
select newest.tier_no, newest.name_en, newest.name_zh
from (
  select distinct on (t.tier_no)
    t.tier_no,
    t.rank,
    t.name_en,
    t.name_zh,
    t.version is distinct from (select c.version from membership.current c) as elsewhere
  from membership.tier t
  join membership.programme p on p.version = t.version
  where p.state = 'PUBLISHED'
  order by t.tier_no, t.version is distinct from (select c.version from membership.current c), t.version desc
) newest
order by newest.elsewhere, newest.rank, newest.tier_no
