-- The refused lines of an import, in the order of the file.
-- in: import, after (a line number), limit. Reads only.
select line_no, reason, column_name, fact, user_id, other_user_id
from imports.rejection
where import_id = :import
  and line_no > :after
order by line_no
limit :limit
