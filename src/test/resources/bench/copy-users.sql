set local time zone 'Asia/Shanghai';
copy bench.users (external_id, name, phone, email, gender, birthday, province, city, channel, registered_at)
from stdin
with (format csv, header)
