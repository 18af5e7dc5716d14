"""The terms and rules of the field: frozen values and pure functions, no files, no window, no clock."""
