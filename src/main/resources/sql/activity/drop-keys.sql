-- Takes the indexes off the facts until add-keys builds them behind the rows in the same transaction: that is quicker than finding a place
-- for each of very many new rows. Readers of orders wait meanwhile. Where there are no facts yet, they start in a new file.
-- Safe to repeat.
alter table activity.order_fact drop constraint if exists order_fact_pkey;
alter table activity.order_number drop constraint if exists order_number_pkey;
drop index if exists activity.order_fact_paid_at, activity.order_fact_intake, activity.order_fact_refund, activity.order_number_intake;
do $$
begin
  if not exists (select from activity.order_fact) and not exists (select from activity.order_number) then
    truncate activity.order_fact, activity.order_number;
  end if;
end
$$
