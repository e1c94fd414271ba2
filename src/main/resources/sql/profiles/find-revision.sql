-- Which state the profiles are in. Out: no row before the first refresh. Changes nothing.
select revision
from profiles.revision
