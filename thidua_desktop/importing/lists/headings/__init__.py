"""Headings of tables: where they stand, which column holds what, what a table does throughout."""
