"""Báo cáo: what the office owes its superiors, and what these reports are made of."""
