-- Makes room for the scores of a snapshot. In: :snapshot. Out: whether there was none. Safe to repeat.
select rfm.open_scores(:snapshot)
