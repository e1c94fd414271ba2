-- Every page that changes after it is written to the log in full, as on any night.
checkpoint
