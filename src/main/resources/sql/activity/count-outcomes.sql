-- How many staged rows are no simple new order of a known user, repeats inside the file aside, and how many found their user by what.
-- in: intake, source, match (kinds of identities in their order), given (kinds that rows give), create_users.
-- out: exceptions, by_external_id, by_phone, by_email. Reads only.
select
  count(*) filter (where outcome <> 'CREATED' or matched_by is null) as exceptions,
  count(*) filter (where matched_by = 'EXTERNAL_ID') as by_external_id,
  count(*) filter (where matched_by = 'PHONE') as by_phone,
  count(*) filter (where matched_by = 'EMAIL') as by_email
from activity.compare_intake(:intake, :source, string_to_array(:match, ','), string_to_array(:given, ','), :create_users)
