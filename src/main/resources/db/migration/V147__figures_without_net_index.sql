-- Where a user stands by net amount is told from the amounts in memory; nothing else reads this index, and every refresh writes it.
drop index metrics.user_metrics_net_amount;
