-- Takes the manual tier that a user holds, or that waits below a paid one, back from a day on. In: :user_id, :day, :reason, :by, :at.
-- Out: rows changed, none if there is no such tier. Safe to repeat: then there is none.
update membership.manual_tier m
set ended_on = :day,
    end_reason = :reason,
    ended_by = :by,
    ended_at = :at
where m.user_id = :user_id
and m.from_on <= :day
and m.until_on > :day
and m.ended_on is null
