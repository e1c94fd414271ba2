-- Takes in users chosen for a grant.
-- in: rows in binary format. out: rows written. Not safe to repeat before empty-grantees, but a user twice is a user once.
copy chosen_grantee (user_id)
from stdin
with (format binary)
