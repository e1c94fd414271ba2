-- Takes the indexes of lists off, until add-indexes builds them behind the rows in the same transaction; lists wait meanwhile. Safe to repeat.
select profiles.drop_indexes()
