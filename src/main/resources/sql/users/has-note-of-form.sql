-- Whether a form has become a note already.
-- in: user, form_key. Reads only.
select exists (
  select
  from users.note
  where user_id = :user
    and form_key = cast(:form_key as uuid)
)
