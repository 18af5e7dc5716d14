"""Lists that units send: read, looked through, put right and kept."""
