"""Workbooks that superiors send to be filled: their grids, the heads of a cell, and which figure belongs there."""
