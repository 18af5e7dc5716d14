"""Thi Đua Desktop: the program of an emulation and commendation office."""

__version__ = "0.1.0"
