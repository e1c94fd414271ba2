-- Every learned synonym; of the same header the one chosen most often, and then most recently, first.
-- out: kind, header, field, shown, times, last_used_at. Reads only.
select kind, header, field, shown, times, last_used_at
from imports.learned_synonym
order by kind, header, times desc, last_used_at desc, field
