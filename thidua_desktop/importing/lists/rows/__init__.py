"""From the cells of one line to rows of the draft."""
