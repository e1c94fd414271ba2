-- Whether an intake has made anybody known yet. in: intake. out: one boolean. Reads only.
select exists (select from users.users where created_by = :intake)
