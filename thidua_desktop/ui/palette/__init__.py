"""Ctrl+K: whatever can be done or opened, found by the beginnings of its words, without diacritics."""
