"""Reminders: what is due, said at the start and while the program is open, each until it is dealt with."""
