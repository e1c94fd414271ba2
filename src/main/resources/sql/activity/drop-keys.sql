-- Takes the indexes off the facts until add-keys builds them behind the rows in the same transaction: that is quicker than finding a place
-- for each of very many new rows. Readers of orders wait meanwhile. Safe to repeat.
alter table activity.order_fact drop constraint if exists order_fact_pkey;
alter table activity.order_number drop constraint if exists order_number_pkey;
drop index if exists activity.order_fact_paid_at, activity.order_fact_intake, activity.order_number_intake
