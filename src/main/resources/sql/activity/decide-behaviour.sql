-- Decides what each staged row that was not refused does: an activity already known says nothing new if it says the same, and is refused if
-- it says something else; one of nobody known is refused unless users are to be created, and unless none of the identities that count is given.
-- in: intake, create_users, first, second, third (kinds of identity; empty where fewer count). Safe to repeat after match-behaviour.
update activity.behaviour_intake_row r
set outcome = case
      when s.user_id is null and not (:create_users and nameable.given) then 'REJECTED'
      when b.behaviour_id is null then 'CREATED'
      when (b.count, b.attributes) = (s.count, s.attributes) then 'UNCHANGED'
      else 'REJECTED'
    end,
    reason = case
      when s.user_id is null and not (:create_users and nameable.given) then 'UNKNOWN_USER'
      when b.behaviour_id is not null and (b.count, b.attributes) <> (s.count, s.attributes) then 'ACTIVITY_DIFFERS'
    end,
    reason_fact = case
      when s.user_id is null and not (:create_users and nameable.given) then coalesce(s.external_id, '')
      when b.behaviour_id is not null and (b.count, b.attributes) <> (s.count, s.attributes) then b.count::text
    end
from activity.behaviour_intake_row s
cross join lateral (
  select ('EXTERNAL_ID' in (:first, :second, :third) and s.external_id is not null)
      or ('PHONE' in (:first, :second, :third) and s.phone is not null)
      or ('EMAIL' in (:first, :second, :third) and s.email is not null) as given
) nameable
left join activity.behaviour b on b.user_id = s.user_id and b.type = s.type and b.happened_at = s.happened_at
where r.intake_id = :intake
  and s.intake_id = :intake
  and r.line_no = s.line_no
  and r.outcome is null
