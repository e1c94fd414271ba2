-- Says that the registry, or what refers to it, was written. Not repeated without harm to anything but time: comparisons are made anew.
insert into users.revision (revision)
values (1)
on conflict (only_one) do update
set revision = users.revision.revision + 1
