-- Which state what users say of being contacted is in, since profiles were last brought up to date. Out: no row before the first refresh.
-- Changes nothing.
select consents
from profiles.revision
