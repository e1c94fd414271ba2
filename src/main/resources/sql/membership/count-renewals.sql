-- Of the terms that ended in each month, other than by a refund: how many were renewed. Renewed is a term after which the same user has another,
-- of whichever plan, that begins at the latest so many days after the last day of the first and lasts beyond it.
-- In: :as_of, :from (business days; terms whose last day is from then on and before :as_of), :days. Out: month (its first day), ended, renewed.
-- Changes nothing.
with terms as materialized (
  select t.user_id, t.term_id, t.from_on, t.until_on, t.ended_by
  from membership.paid_terms(:as_of) t
  where t.from_on < t.until_on
)
select date_trunc('month', (e.until_on - 1)::timestamp)::date as month, count(*) as ended, count(*) filter (where e.renewed) as renewed
from (
  select
    t.until_on,
    exists (
      select 1
      from terms n
      where n.user_id = t.user_id
      and n.term_id <> t.term_id
      and n.from_on < t.until_on + cast(:days as int)
      and n.until_on > t.until_on
    ) as renewed
  from terms t
  where t.until_on <= :as_of
  and t.until_on > :from
  and t.ended_by is distinct from 'REFUND'
) e
group by 1
order by 1
