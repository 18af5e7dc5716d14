"""Đề nghị khen thưởng: rounds of the year and the lines in them."""
