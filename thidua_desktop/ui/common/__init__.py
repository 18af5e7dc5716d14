"""What every screen shares: look, grid, background work, messages."""
