"""What goes wrong when a site is built."""


class SiteError(Exception):
    """A site can't be built. The message is one line that names the file and says what to do."""
