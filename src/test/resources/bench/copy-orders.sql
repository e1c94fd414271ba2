set local time zone 'Asia/Shanghai';
copy bench.orders (order_no, external_id, paid_at, amount, channel)
from stdin
with (format csv, header)
