-- Repeatable migrations run by name; the bodies are looked at when they are used.
set local check_function_bodies = off;

drop function if exists activity.matched_rows(bigint, text[]);
drop function if exists activity.compare_intake(bigint, text, text[], boolean);

-- Whom each staged order is about: the first identity of p_match that anybody answers to decides. taken_by is another user that one of
-- the identities belongs to. p_given are the kinds of identity that any row gives: the plan leaves the others out.
create or replace function activity.matched_rows(p_intake bigint, p_match text[], p_given text[])
returns table (
  line_no bigint,
  kind text,
  order_no text,
  paid_at timestamptz,
  amount bigint,
  channel text,
  external_id text,
  user_id bigint,
  matched_by text,
  taken text,
  taken_by bigint
)
language sql
stable
parallel safe
as $$
  select
    m.line_no, m.kind, m.order_no, m.paid_at, m.amount, m.channel, m.external_id, m.user_id,
    case
      when m.first_user is not null then p_match[1]
      when m.second_user is not null then p_match[2]
      when m.third_user is not null then p_match[3]
    end,
    case
      when m.by_external_id is not null and m.by_external_id is distinct from m.user_id then 'EXTERNAL_ID_TAKEN'
      when m.by_phone is not null and m.by_phone is distinct from m.user_id then 'PHONE_TAKEN'
      when m.by_email is not null and m.by_email is distinct from m.user_id then 'EMAIL_TAKEN'
    end,
    case
      when m.by_external_id is not null and m.by_external_id is distinct from m.user_id then m.by_external_id
      when m.by_phone is not null and m.by_phone is distinct from m.user_id then m.by_phone
      when m.by_email is not null and m.by_email is distinct from m.user_id then m.by_email
    end
  from (
    select f.*, coalesce(f.first_user, f.second_user, f.third_user) as user_id
    from (
      select
        r.line_no, r.kind, r.order_no, r.paid_at, r.amount, r.channel, r.external_id,
        e.user_id as by_external_id,
        p.user_id as by_phone,
        m.user_id as by_email,
        case p_match[1] when 'EXTERNAL_ID' then e.user_id when 'PHONE' then p.user_id when 'EMAIL' then m.user_id end as first_user,
        case p_match[2] when 'EXTERNAL_ID' then e.user_id when 'PHONE' then p.user_id when 'EMAIL' then m.user_id end as second_user,
        case p_match[3] when 'EXTERNAL_ID' then e.user_id when 'PHONE' then p.user_id when 'EMAIL' then m.user_id end as third_user
      from activity.intake_row r
      left join users.identity e on 'EXTERNAL_ID' = any (p_given) and e.kind = 'EXTERNAL_ID' and e.value = r.external_id
      left join users.identity p on 'PHONE' = any (p_given) and p.kind = 'PHONE' and p.value = r.phone
      left join users.identity m on 'EMAIL' = any (p_given) and m.kind = 'EMAIL' and m.value = r.email
      where r.intake_id = p_intake
    ) f
  ) m
$$;

-- What each staged order does. An order already known says nothing new if it says the same, and is refused if it says something else;
-- an order of nobody known is refused unless users are to be created.
create or replace function activity.compare_intake(
  p_intake bigint, p_source text, p_match text[], p_given text[], p_create_users boolean
)
returns table (
  line_no bigint,
  outcome text,
  user_id bigint,
  matched_by text,
  reason text,
  reason_fact text,
  other_user_id bigint
)
language sql
stable
parallel safe
as $$
  select
    c.line_no,
    case
      when c.reason is not null then 'REJECTED'
      when c.is_known then 'UNCHANGED'
      else 'CREATED'
    end,
    c.user_id,
    c.matched_by,
    c.reason,
    case c.reason
      when 'UNKNOWN_USER' then coalesce(c.external_id, '')
      when 'ORDER_DIFFERS' then c.known_user::text
      else c.taken_by::text
    end,
    case when c.reason in ('EXTERNAL_ID_TAKEN', 'PHONE_TAKEN', 'EMAIL_TAKEN') then c.taken_by end
  from (
    select
      m.line_no, m.user_id, m.matched_by, m.taken_by, m.external_id,
      n.user_id is not null as is_known,
      n.user_id as known_user,
      case
        when m.taken is not null then m.taken
        when n.user_id is not null
          and (n.user_id is distinct from m.user_id or (o.paid_at, o.amount) is distinct from (m.paid_at, m.amount)) then 'ORDER_DIFFERS'
        when n.user_id is null and m.user_id is null and not p_create_users then 'UNKNOWN_USER'
      end as reason
    from activity.matched_rows(p_intake, p_match, p_given) m
    left join activity.order_number n on n.order_no = m.order_no and n.kind = m.kind and n.source = p_source
    left join activity.order_fact o
      on o.user_id = n.user_id
      and o.order_no = m.order_no
      and o.kind = m.kind
      and o.source = p_source
      and o.paid_at = m.paid_at
  ) c
$$;

-- The users that staged orders of nobody known would make known: one for each external id, with the first phone and the first e-mail that
-- stand beside it and beside no external id before; one for each phone, else e-mail, that stands alone and is none of those.
create or replace function activity.missing_users(p_intake bigint)
returns table (external_id text, phone text, email text, seen_at timestamptz, channel text)
language sql
stable
as $$
  with unknown as (
    select r.line_no, r.external_id, r.phone, r.email, r.paid_at, r.channel
    from activity.intake_verdict v
    join activity.intake_row r on r.intake_id = v.intake_id and r.line_no = v.line_no
    where v.intake_id = p_intake
      and v.outcome = 'CREATED'
  ), phones as (
    select distinct on (o.external_id) o.external_id, o.phone
    from (
      select distinct on (u.phone) u.phone, u.external_id, u.line_no
      from unknown u
      where u.phone is not null
        and u.external_id is not null
      order by u.phone, u.line_no
    ) o
    order by o.external_id, o.line_no
  ), emails as (
    select distinct on (o.external_id) o.external_id, o.email
    from (
      select distinct on (u.email) u.email, u.external_id, u.line_no
      from unknown u
      where u.email is not null
        and u.external_id is not null
      order by u.email, u.line_no
    ) o
    order by o.external_id, o.line_no
  ), named as (
    select
      coalesce(u.external_id, p.external_id, case when u.phone is null then e.external_id end) as external_id,
      case when u.external_id is null and p.external_id is null then u.phone end as phone,
      case when u.external_id is null and u.phone is null and e.external_id is null then u.email end as email,
      u.paid_at,
      u.channel
    from unknown u
    left join phones p on u.external_id is null and p.phone = u.phone
    left join emails e on u.external_id is null and e.email = u.email
  )
  select
    n.external_id,
    coalesce(n.phone, max(p.phone)),
    coalesce(n.email, max(e.email)),
    min(n.paid_at),
    (array_agg(n.channel order by n.paid_at) filter (where n.channel is not null))[1]
  from named n
  left join phones p on p.external_id = n.external_id
  left join emails e on e.external_id = n.external_id
  group by n.external_id, n.phone, n.email
$$;
