"""The Word templates of the office: which papers have one, whether it can be used, what may be written in it."""
