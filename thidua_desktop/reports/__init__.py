"""Papers: one neutral report, one writer for each format."""
