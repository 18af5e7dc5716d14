"""Workbooks, written with XlsxWriter: it keeps computed values beside formulas and is fast on long tables."""
