-- How many lines of an import were refused for which reason.
-- in: import. out: reason, lines. Reads only.
select reason, count(*) as lines
from imports.rejection
where import_id = :import
group by reason
