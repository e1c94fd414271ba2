-- Drops the scores of a snapshot. In: :snapshot. Safe to repeat.
select rfm.drop_scores(:snapshot)
