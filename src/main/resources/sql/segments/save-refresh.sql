-- Says how a refresh ended. in: segment, when, as_of, members, entered, gone, duration_ms. out: revision (of the members). Safe to repeat.
with written as (
  insert into segments.refresh (segment_id, at, as_of, members, entered, gone, duration_ms)
  values (:segment, :when, :as_of, :members, :entered, :gone, :duration_ms)
  on conflict (segment_id, at) do nothing
)
insert into segments.standing (segment_id, members, as_of, refreshed_at, duration_ms, error)
values (:segment, :members, :as_of, :when, :duration_ms, null)
on conflict (segment_id) do update
set members = excluded.members,
    as_of = excluded.as_of,
    refreshed_at = excluded.refreshed_at,
    duration_ms = excluded.duration_ms,
    error = null,
    -- Who left without a word is not among those gone, but missing in the number of members.
    revision = case
      when :entered + :gone = 0 and standing.members = excluded.members then standing.revision
      else excluded.revision
    end
returning revision
