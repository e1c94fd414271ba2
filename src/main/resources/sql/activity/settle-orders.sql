-- Says of every page of the facts that all may see it, so that figures are read from the index alone: what autovacuum does minutes later.
-- Safe to repeat. Not inside a transaction.
vacuum (analyze) activity.order_fact
