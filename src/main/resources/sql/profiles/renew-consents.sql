-- Says that somebody says something else of being contacted than when profiles were last brought up to date. Safe to repeat.
update profiles.revision
set consents = gen_random_uuid()
