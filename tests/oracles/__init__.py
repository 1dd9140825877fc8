"""Libraries that decide independently what the course decides with a few lines of its own."""
