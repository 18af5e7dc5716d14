"""From files to drafts: readers turn a file into neutral blocks, parsers turn blocks into drafts and findings."""
