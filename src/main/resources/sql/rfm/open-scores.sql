-- Makes room for the scores of a snapshot. In: :snapshot. Safe to repeat.
select rfm.open_scores(:snapshot)
