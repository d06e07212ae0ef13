"""Trains the app's networks: the graph that is drawn is the graph that is trained."""
