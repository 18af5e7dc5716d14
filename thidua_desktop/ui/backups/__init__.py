"""Backups: made by themselves, looked at, tried, restored."""
