-- Writes a rule of the draft for activity. In: what a rule says. Safe to repeat after delete-activity-rules.
insert into membership.activity_rule (version, type, growth, daily_cap, monthly_cap)
values (:version, :type, :growth, :daily_cap, :monthly_cap)
