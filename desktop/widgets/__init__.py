"""Dumb panels of the window: functions of a dossier and a focus."""
