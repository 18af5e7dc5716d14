"""Statutory and provincial forms as data: their rows and columns, how their cells are filled, what must agree."""
