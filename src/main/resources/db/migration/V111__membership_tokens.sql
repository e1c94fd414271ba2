-- Tokens may also read tiers and claim benefits.
alter table staff.api_token
  drop constraint api_token_scopes_check,
  add constraint api_token_scopes_check check (cardinality(scopes) > 0 and scopes <@ array['IMPORTS', 'POINTS', 'MEMBERSHIP']);
