-- Puts back what drop-indexes took off. Safe to repeat: what is there stays.
select profiles.add_indexes()
