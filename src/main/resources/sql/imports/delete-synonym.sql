-- Forgets a learned synonym.
-- in: kind, header, field. out: rows deleted. Safe to repeat.
delete from imports.learned_synonym
where kind = :kind
  and header = :header
  and field = :field
