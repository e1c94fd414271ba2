-- Each part of the scores gets its index when its rows are there: a million at once are quicker indexed than found a place one by one.
alter table rfm.score drop constraint score_pkey;

do $$
declare
  part text;
begin
  for part in
    select c.relname
    from pg_inherits i
    join pg_class c on c.oid = i.inhrelid
    where i.inhparent = 'rfm.score'::regclass
  loop
    execute format('create unique index %I on rfm.%I (user_id)', part || '_user', part);
  end loop;
end
$$;

drop function rfm.open_scores(bigint);

-- Makes the part of one snapshot unless it is there, and says whether it did. It is attached, not created in place, so readers of other
-- snapshots do not wait.
create function rfm.open_scores(p_snapshot bigint) returns boolean
language plpgsql
as $$
declare
  part text := 'score_' || p_snapshot;
begin
  if to_regclass(format('rfm.%I', part)) is not null then
    return false;
  end if;
  execute format('create table rfm.%I (like rfm.score including all)', part);
  execute format('alter table rfm.score attach partition rfm.%I for values in (%s)', part, p_snapshot);
  return true;
end
$$;

-- Gives the part of one snapshot its index. A user scored twice breaks it.
create function rfm.index_scores(p_snapshot bigint) returns void
language plpgsql
as $$
begin
  execute format('create unique index %I on rfm.%I (user_id)', 'score_' || p_snapshot || '_user', 'score_' || p_snapshot);
end
$$;
