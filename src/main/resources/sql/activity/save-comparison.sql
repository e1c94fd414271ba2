-- Says which comparison the verdicts of an intake are of.
-- in: intake, terms, revision, by_external_id, by_phone, by_email. Safe to repeat.
insert into activity.intake_comparison (intake_id, terms, revision, by_external_id, by_phone, by_email)
values (:intake, :terms, :revision, :by_external_id, :by_phone, :by_email)
on conflict (intake_id) do update
set terms = excluded.terms,
    revision = excluded.revision,
    by_external_id = excluded.by_external_id,
    by_phone = excluded.by_phone,
    by_email = excluded.by_email
