"""The window: pages, dialogs and what they share. Talks to the services only."""
