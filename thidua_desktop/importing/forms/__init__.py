"""Models of forms out of TOML files: those that ship with the program and those that an office adds."""
