-- Repeatable migrations run by name; the bodies are looked at when they are used.
set local check_function_bodies = off;

-- What a user would be after a staged row: a value the row does not give is kept, and so is every value of the fields in p_fill.
create or replace function users.effect_of(r users.intake_row, u users.users, p_fill text[])
returns users.users
language sql
immutable
parallel safe
as $$
  select row(
    u.user_id,
    case when 'EXTERNAL_ID' = any(p_fill) then coalesce(u.external_id, r.external_id) else coalesce(r.external_id, u.external_id) end,
    case when 'NAME' = any(p_fill) then coalesce(u.name, r.name) else coalesce(r.name, u.name) end,
    case when 'PHONE' = any(p_fill) then coalesce(u.phone, r.phone) else coalesce(r.phone, u.phone) end,
    case when 'EMAIL' = any(p_fill) then coalesce(u.email, r.email) else coalesce(r.email, u.email) end,
    case when 'GENDER' = any(p_fill) then coalesce(u.gender, r.gender) else coalesce(r.gender, u.gender) end,
    case when 'BIRTHDAY' = any(p_fill) then coalesce(u.birthday, r.birthday) else coalesce(r.birthday, u.birthday) end,
    case when 'PROVINCE' = any(p_fill) then coalesce(u.province, r.province) else coalesce(r.province, u.province) end,
    case when 'CITY' = any(p_fill) then coalesce(u.city, r.city) else coalesce(r.city, u.city) end,
    case when 'CHANNEL' = any(p_fill) then coalesce(u.channel, r.channel) else coalesce(r.channel, u.channel) end,
    case when 'REGISTERED_AT' = any(p_fill) then coalesce(u.registered_at, r.registered_at)
      else coalesce(r.registered_at, u.registered_at) end,
    u.demo,
    u.touched_by,
    u.created_at,
    u.updated_at,
    case when r.attributes is null and r.attributes_if_missing is null then u.attributes
      else coalesce(r.attributes_if_missing, '{}') || u.attributes || coalesce(r.attributes, '{}') end,
    u.created_by,
    u.withdrawn,
    case when 'SMS_CONSENT' = any(p_fill) then coalesce(u.sms_consent, r.sms_consent) else coalesce(r.sms_consent, u.sms_consent) end,
    case when 'EMAIL_CONSENT' = any(p_fill) then coalesce(u.email_consent, r.email_consent) else coalesce(r.email_consent, u.email_consent) end
  )::users.users
$$;

-- What is known of a user, value by value: fields by their name, attributes by their code behind a colon. What is not known is left out.
create or replace function users.cells(u users.users)
returns jsonb
language sql
stable
parallel safe
as $$
  select jsonb_strip_nulls(jsonb_build_object(
      'EXTERNAL_ID', u.external_id,
      'NAME', u.name,
      'PHONE', u.phone,
      'EMAIL', u.email,
      'GENDER', u.gender,
      'BIRTHDAY', u.birthday,
      'PROVINCE', u.province,
      'CITY', u.city,
      'CHANNEL', u.channel,
      'REGISTERED_AT', u.registered_at,
      'SMS_CONSENT', u.sms_consent,
      'EMAIL_CONSENT', u.email_consent
    )) || (select coalesce(jsonb_object_agg(':' || a.key, a.value), '{}') from jsonb_each(u.attributes) a)
$$;

-- The values of one that are missing or different in the other.
create or replace function users.cells_not_in(p_these jsonb, p_those jsonb)
returns jsonb
language sql
immutable
parallel safe
as $$
  select coalesce(jsonb_object_agg(c.key, c.value), '{}')
  from jsonb_each(p_these) c
  where c.value is distinct from p_those -> c.key
$$;

-- A user with other values: what p_cells holds is set, what p_cleared names is emptied.
create or replace function users.with_cells(u users.users, p_cells jsonb, p_cleared text[])
returns users.users
language sql
stable
parallel safe
as $$
  select row(
    u.user_id,
    case when 'EXTERNAL_ID' = any(p_cleared) then null else coalesce(p_cells ->> 'EXTERNAL_ID', u.external_id) end,
    case when 'NAME' = any(p_cleared) then null else coalesce(p_cells ->> 'NAME', u.name) end,
    case when 'PHONE' = any(p_cleared) then null else coalesce(p_cells ->> 'PHONE', u.phone) end,
    case when 'EMAIL' = any(p_cleared) then null else coalesce(p_cells ->> 'EMAIL', u.email) end,
    case when 'GENDER' = any(p_cleared) then null else coalesce(p_cells ->> 'GENDER', u.gender) end,
    case when 'BIRTHDAY' = any(p_cleared) then null else coalesce((p_cells ->> 'BIRTHDAY')::date, u.birthday) end,
    case when 'PROVINCE' = any(p_cleared) then null else coalesce(p_cells ->> 'PROVINCE', u.province) end,
    case when 'CITY' = any(p_cleared) then null else coalesce(p_cells ->> 'CITY', u.city) end,
    case when 'CHANNEL' = any(p_cleared) then null else coalesce(p_cells ->> 'CHANNEL', u.channel) end,
    case when 'REGISTERED_AT' = any(p_cleared) then null
      else coalesce((p_cells ->> 'REGISTERED_AT')::timestamptz, u.registered_at) end,
    u.demo,
    u.touched_by,
    u.created_at,
    u.updated_at,
    (
      select coalesce(jsonb_object_agg(a.key, a.value), '{}')
      from jsonb_each(
        u.attributes
        || (select coalesce(jsonb_object_agg(substr(c.key, 2), c.value), '{}') from jsonb_each(p_cells) c where c.key like ':%')
      ) a
      where ':' || a.key <> all(p_cleared)
    ),
    u.created_by,
    u.withdrawn,
    case when 'SMS_CONSENT' = any(p_cleared) then null
      else coalesce((p_cells ->> 'SMS_CONSENT')::boolean, u.sms_consent) end,
    case when 'EMAIL_CONSENT' = any(p_cleared) then null
      else coalesce((p_cells ->> 'EMAIL_CONSENT')::boolean, u.email_consent) end
  )::users.users
$$;

-- Whom each staged row is about and what it would do: the first identity of p_match that anybody answers to decides. Rows that would
-- simply create a user are left out. p_given are the kinds of identity that any row gives: the plan leaves the others out.
drop function if exists users.compare_intake(bigint, text[], text[], text);
create or replace function users.compare_intake(p_intake bigint, p_match text[], p_given text[], p_fill text[], p_mode text)
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
as $$
  select
    m.line_no,
    case
      when c.reason is not null then 'REJECTED'
      when users.effect_of(m.given, u, p_fill) is distinct from u then 'UPDATED'
      else 'UNCHANGED'
    end,
    m.user_id,
    m.matched_by,
    c.reason,
    case
      when c.reason in ('NOBODY_KNOWN') then null
      when c.reason = 'ALREADY_KNOWN' then m.user_id::text
      else c.other_user_id::text
    end,
    c.other_user_id
  from (
    select
      o.*,
      coalesce(o.first_user, o.second_user, o.third_user) as user_id,
      case
        when o.first_user is not null then p_match[1]
        when o.second_user is not null then p_match[2]
        when o.third_user is not null then p_match[3]
      end as matched_by
    from (
      select
        f.*,
        case p_match[1] when 'EXTERNAL_ID' then by_external_id when 'PHONE' then by_phone when 'EMAIL' then by_email end as first_user,
        case p_match[2] when 'EXTERNAL_ID' then by_external_id when 'PHONE' then by_phone when 'EMAIL' then by_email end as second_user,
        case p_match[3] when 'EXTERNAL_ID' then by_external_id when 'PHONE' then by_phone when 'EMAIL' then by_email end as third_user
      from (
      select
        r as given,
        r.line_no,
        r.external_id,
        case when er.kind is null then e.user_id end as by_external_id,
        case when pr.kind is null then p.user_id end as by_phone,
        case when mr.kind is null then m.user_id end as by_email
      from users.intake_row r
      left join users.identity e on 'EXTERNAL_ID' = any (p_given) and e.kind = 'EXTERNAL_ID' and e.value = r.external_id
      left join users.identity p on 'PHONE' = any (p_given) and p.kind = 'PHONE' and p.value = r.phone
      left join users.identity m on 'EMAIL' = any (p_given) and m.kind = 'EMAIL' and m.value = r.email
      left join users.intake_release er on 'EXTERNAL_ID' = any (p_given) and er.intake_id = p_intake and er.kind = 'EXTERNAL_ID' and er.value = r.external_id
      left join users.intake_release pr on 'PHONE' = any (p_given) and pr.intake_id = p_intake and pr.kind = 'PHONE' and pr.value = r.phone
      left join users.intake_release mr on 'EMAIL' = any (p_given) and mr.intake_id = p_intake and mr.kind = 'EMAIL' and mr.value = r.email
      where r.intake_id = p_intake
      ) f
      where p_mode = 'UPDATE_ONLY'
        or f.by_external_id is not null
        or f.by_phone is not null
        or f.by_email is not null
    ) o
  ) m
  left join users.users u on u.user_id = m.user_id
  cross join lateral (
    select
      case
        when m.by_external_id is distinct from m.user_id and m.by_external_id is not null then m.by_external_id
        when m.by_phone is distinct from m.user_id and m.by_phone is not null then m.by_phone
        when m.by_email is distinct from m.user_id and m.by_email is not null then m.by_email
      end as other_user_id,
      case
        when m.by_external_id is distinct from m.user_id and m.by_external_id is not null then 'EXTERNAL_ID_TAKEN'
        when m.by_phone is distinct from m.user_id and m.by_phone is not null then 'PHONE_TAKEN'
        when m.by_email is distinct from m.user_id and m.by_email is not null then 'EMAIL_TAKEN'
      end as taken
  ) t
  cross join lateral (
    select
      case
        when t.taken is not null then t.taken
        -- Asked for by external id and not found, found by less: somebody else's phone or e-mail.
        when m.user_id is not null
          and m.external_id is not null
          and m.by_external_id is null
          and u.external_id is not null
          and array_position(p_match, 'EXTERNAL_ID') < array_position(p_match, m.matched_by)
          then case m.matched_by when 'PHONE' then 'PHONE_TAKEN' else 'EMAIL_TAKEN' end
        when m.user_id is null then 'NOBODY_KNOWN'
        when p_mode = 'CREATE_ONLY' then 'ALREADY_KNOWN'
      end as reason,
      coalesce(t.other_user_id, m.user_id) as other_user_id
  ) c
$$;
