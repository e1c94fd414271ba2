-- Makes room for the members of a segment. in: segment. Safe to repeat.
select segments.open_members(:segment)
