"""Workbooks of lists: the template for units, and the copy that goes back to a unit with its faults marked."""
