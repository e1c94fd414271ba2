-- What a user's tier grants on a business day, and how much of each quota is used. A quota counts in the calendar month or year of the day,
-- in the term of the tier, or ever; with the due date, from which on the days of grace run, the next term has begun. What was undone does not
-- count. In: :user, :day, :benefit (null is all). Out: what a benefit says, tier_id, used. Changes nothing.
select
  b.benefit_id, b.kind, b.name_en, b.name_zh, b.description, b.cost, b.points, b.points_days, b.quota, b.period, b.active_from, b.active_until, b.retired, b.edition,
  h.tier_id,
  (
    select count(*)
    from membership.claim c
    where c.user_id = h.user_id
    and c.benefit_id = b.benefit_id
    and c.undoes is null
    and c.day >= p.first_day
    and c.day < p.next_day
    and not exists (select from membership.claim u where u.user_id = c.user_id and u.undoes = c.claim_id)
  ) as used
from membership.tier_history h
join membership.tier t on t.id = h.tier_id
join membership.tier_benefit g on g.version = t.version and g.tier_no = t.tier_no
join membership.benefit b on b.benefit_id = g.benefit_id
cross join lateral (
  select
    case
      when b.period = 'MONTH' then date_trunc('month', d.day)::date
      when b.period = 'YEAR' then date_trunc('year', d.day)::date
      when b.period = 'TERM' and h.due_on <= d.day then h.due_on
      when b.period = 'TERM' then h.term_from
      else '-infinity'::date
    end as first_day,
    case
      when b.period = 'MONTH' then (date_trunc('month', d.day) + interval '1 month')::date
      when b.period = 'YEAR' then (date_trunc('year', d.day) + interval '1 year')::date
      when b.period = 'TERM' and h.due_on > d.day then h.due_on
      else 'infinity'::date
    end as next_day
  from (select cast(:day as date)::timestamp as day) d
) p
where h.user_id = :user
and h.during @> cast(:day as date)
and (cast(:benefit as bigint) is null or b.benefit_id = :benefit)
order by b.retired, b.name_en
