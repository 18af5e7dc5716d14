"""A superior's workbook → its grid. Reading only: ``reports.excel.patching`` writes."""

from thidua_desktop.importing.workbooks.opening import OpenedBook, read_book, read_bytes

__all__ = ["OpenedBook", "read_book", "read_bytes"]
