-- Says which comparison the verdicts of an intake are of.
-- in: intake, terms, revision. Safe to repeat.
insert into users.intake_comparison (intake_id, terms, revision)
values (:intake, :terms, :revision)
on conflict (intake_id) do update
set terms = excluded.terms,
    revision = excluded.revision
