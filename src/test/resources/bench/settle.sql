-- What autovacuum does within a minute of a load of this size, done now, so that nobody has to wait for it.
analyze activity.order_fact
