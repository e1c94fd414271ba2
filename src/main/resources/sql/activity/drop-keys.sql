-- Takes the keys off the facts until add-keys puts them back in the same transaction: building an index over very many new rows is quicker
-- than finding each its place. Readers of orders wait meanwhile. Safe to repeat.
alter table activity.order_fact drop constraint if exists order_fact_pkey;
alter table activity.order_number drop constraint if exists order_number_pkey
