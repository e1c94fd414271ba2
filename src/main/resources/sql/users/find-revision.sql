-- How often the registry, or what refers to it, was written. out: at most one number. Reads only.
select revision
from users.revision
