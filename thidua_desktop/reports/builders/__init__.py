"""From domain values to reports, one module for each paper."""
