"""The manual inside the program: a window beside the work, opening at the screen in use."""
