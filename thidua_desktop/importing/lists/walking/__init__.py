"""Walking through the lines of a sheet: which are rows, groups, titles, sums, signatures."""
