-- One schema per module. Flyway itself creates them (spring.flyway.schemas); this migration only says who owns what.
comment on schema shared is 'Ground: the history of migrations.';
comment on schema staff is 'People who log in.';
comment on schema audit is 'Who did what, when, from where.';
comment on schema jobs is 'Background work.';
comment on schema users is 'The registry of users; all personal data.';
comment on schema activity is 'Facts: orders, refunds, behaviour.';
comment on schema metrics is 'Figures kept from the facts.';
comment on schema rfm is 'RFM models, scores and snapshots.';
comment on schema profiles is 'One wide row per user without personal data.';
comment on schema imports is 'Files on their way in.';
