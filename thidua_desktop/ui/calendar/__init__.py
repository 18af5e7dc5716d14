"""Lịch công việc: the same tasks by year, quarter, month and as a list."""
