"""Trains the app's networks, from the same graphs that the app draws and runs."""
