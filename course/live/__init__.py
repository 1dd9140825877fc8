"""What follows the journal while a kernel lives: panels, and cells that show what depends on an answer."""
