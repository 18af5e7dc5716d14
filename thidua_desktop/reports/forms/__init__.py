"""Statutory and provincial forms on paper: laid out once, written as PDF and as a workbook with formulas."""
