"""The photographer's shoot brief: composed from the knowledge, kept in versions."""
