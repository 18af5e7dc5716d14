"""Values put into cells of a workbook that is not ours, everything else byte for byte as it was.

openpyxl builds a workbook anew from what it understands: text boxes, shapes, SmartArt, form controls, slicers,
embedded objects, threaded comments, validations and conditional formats of the newer kind, printer settings, and the
formatting of parts of a cell's text are gone without a word. Here the XML of a sheet is cut open only where a tied cell
stands, and every other part of the package is copied.
"""

from thidua_desktop.reports.excel.patching.package import fill_copy

__all__ = ["fill_copy"]
