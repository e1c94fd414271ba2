-- Records a manual tier. In: :user_id, :tier_no, :from_on, :until_on (the day after the last), :reason, :by, :at. Each call is another one.
insert into membership.manual_tier (user_id, tier_no, from_on, until_on, reason, by_name, at)
values (:user_id, :tier_no, :from_on, :until_on, :reason, :by, :at)
