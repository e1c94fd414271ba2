-- Gives the scores of a snapshot their index. In: :snapshot. Not safe to repeat: once, when the part is filled for the first time.
select rfm.index_scores(:snapshot)
