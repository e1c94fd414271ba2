-- What a manager named classes and groups in the newest version of the model. in: nothing. out: code, name. Reads only.
select n.code, n.name
from rfm.model_name n
where n.model_id = (
  select model_id
  from rfm.model
  order by version desc
  limit 1
)
