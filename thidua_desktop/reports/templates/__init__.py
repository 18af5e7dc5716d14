"""Word templates that an office may edit: reading and checking them, filling them in, the originals."""
