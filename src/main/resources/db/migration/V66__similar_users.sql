-- Users of one class and stage lie side by side by what they brought: the nearest ones are a step up and a step down.
create index profile_similar on profiles.profile ((coalesce(class_code, 'NONE')), (coalesce(stage, 'NONE')), net_amount, user_id)
where orders > 0;
