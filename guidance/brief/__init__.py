"""The shoot brief: everything the photographer needs, worked out from answers, kit and room."""
