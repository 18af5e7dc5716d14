"""Closing the books of a year, and saying that they are closed."""
