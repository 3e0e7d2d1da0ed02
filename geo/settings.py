"""All settings, read once from the environment that is handed in."""
