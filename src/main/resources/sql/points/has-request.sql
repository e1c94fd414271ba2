-- Whether a form has become a request already.
-- in: form_key. out: yes or no. Reads only.
select exists (select from points.adjustment_request where form_key = cast(:form_key as uuid))
