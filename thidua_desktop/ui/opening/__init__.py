"""When an office file cannot be opened: what happened, and the ways on."""
