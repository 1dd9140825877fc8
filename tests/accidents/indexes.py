"""Places that packages come from, as they fail: an index or a proxy that answers every request in one way."""

import http.server
import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import tornado


class _Answer(http.server.BaseHTTPRequestHandler):
    status = 404

    def do_GET(self) -> None:
        self.send_response(self.status)
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_CONNECT = do_GET  # noqa: N815 - the name that the standard library calls

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def answers(status: int, own_certificate: bool = False) -> Iterator[str]:
    """A server that always answers with this status; gives its address, with `https` if it shows a certificate."""
    handler = type("Answer", (_Answer,), {"status": status})
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    if own_certificate:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        folder = Path(tornado.__file__).parent / "test"  # for a host of any name, and signed by itself
        context.load_cert_chain(folder / "test.crt", folder / "test.key")
        server.socket = context.wrap_socket(server.socket, server_side=True)
    serving = threading.Thread(target=server.serve_forever, daemon=True)
    serving.start()
    try:
        yield f"http{'s' if own_certificate else ''}://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()


@contextmanager
def closed() -> Iterator[str]:
    """An address at which nobody answers."""
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        yield f"http://127.0.0.1:{nobody.getsockname()[1]}"
