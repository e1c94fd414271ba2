-- Takes in who comes and who leaves. In the stream: user_id, enters. Not safe to repeat in one transaction.
copy difference (user_id, enters) from stdin (format binary)
