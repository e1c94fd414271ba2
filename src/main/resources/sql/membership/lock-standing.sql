-- One writer at a time, on all instances, until the transaction ends; standing is read meanwhile. Safe to repeat.
lock table membership.standing in share row exclusive mode
