"""What Jupyter's log repeats at every start or for every notebook, and nobody who learns can act on."""

import logging

REPEATED = (
    "Notebook %s is not trusted",  # one that was not yet saved here
    "The websocket_ping_timeout (",  # jupyter_server's own default, which Tornado corrects
    "No nbgrader_config.py file found",  # lessons need none
)


class Quiet(logging.Filter):
    """Leaves out what is repeated; all else is logged."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether a record is logged."""
        return not str(record.msg).startswith(REPEATED)
