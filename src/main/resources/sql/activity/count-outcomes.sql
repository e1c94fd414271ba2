-- How many staged rows would have which outcome, repeats inside the file aside, and by which identity they found their user.
-- in: intake, source, match (kinds of identities in their order), create_users. out: outcome, matched_by, rows. Reads only.
select outcome, matched_by, count(*) as rows
from activity.compare_intake(:intake, :source, string_to_array(:match, ','), :create_users)
group by outcome, matched_by
