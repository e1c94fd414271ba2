-- Takes in users that get or lose a tag.
-- in: rows in binary format. out: rows written. Not safe to repeat before empty-crowd, but a user twice is a user once.
copy tag_crowd (user_id)
from stdin
with (format binary)
