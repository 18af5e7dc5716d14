"""What every layer may use; knows nothing about awards."""
