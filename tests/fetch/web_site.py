"""A site on this computer that misbehaves in every way that a test needs."""

import gzip
import threading
import time
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

SENTENCE = (
    "The ministry said on Friday that twelve people were killed when a bridge fell in Tallis. "
)


def page(title="A bridge fell", body=SENTENCE * 12, head=""):
    """Return the HTML of an article."""
    return (
        f'<html lang="en"><head><title>{title}</title><meta charset="utf-8">{head}'
        '<meta property="article:published_time" content="2018-11-02T08:00:00Z">'
        f'<meta name="author" content="Ada Reporter"></head><body><article><h1>{title}</h1>'
        f"<p>{body}</p></article></body></html>"
    )


class Site:
    """
    Answers by path, and notes what it was asked for.

    ``answers`` maps a path to bytes, text, or (status, headers, bytes); or to a function that is
    given the request handler.
    """

    def __init__(self, server, answers):
        self.server = server
        self.answers = answers
        self.asked = []
        self.times = []
        self.agents = set()

    def url(self, path="", host="127.0.0.1"):
        return f"http://{host}:{self.server.server_address[1]}{path}"

    def pages_asked(self):
        return [path for path in self.asked if path != "/robots.txt"]


class _QuietServer(ThreadingHTTPServer):
    """Prints nothing when a reader hangs up, as one that is killed does."""

    def handle_error(self, request, client_address):
        pass


@contextmanager
def site_on(address="127.0.0.1", answers=None):
    """Run a site until the block ends."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self):
            site.asked.append(self.path)
            site.times.append(time.monotonic())
            site.agents.add(self.headers["User-Agent"])
            answer = site.answers.get(self.path, (404, {}, b"not here"))
            if callable(answer):
                answer(self)
                self.close_connection = True
                return
            if isinstance(answer, str):
                answer = answer.encode()
            if isinstance(answer, bytes):
                answer = (200, {"Content-Type": "text/html; charset=utf-8"}, answer)
            send(self, *answer)

        def log_message(self, *args):
            pass

    server = _QuietServer((address, 0), Handler)
    server.daemon_threads = True
    site = Site(server, dict(answers or {}))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def send(handler, status, headers, body):
    """Send an answer with its length."""
    handler.send_response(status)
    for name, value in headers.items():
        handler.send_header(name, value)
    if "Content-Length" not in headers:
        handler.send_header("Content-Length", str(len(body)))
    handler.end_headers()
    handler.wfile.write(body)


def redirect(target, status=302):
    return (status, {"Location": target}, b"")


def compressed(text):
    headers = {"Content-Type": "text/html", "Content-Encoding": "gzip"}
    return (200, headers, gzip.compress(text.encode()))


def endless(n_bytes, *, with_length=False):
    """Return an answer of many bytes, with or without its length."""

    def answer(handler):
        handler.send_response(200)
        handler.send_header("Content-Type", "text/html")
        if with_length:
            handler.send_header("Content-Length", str(n_bytes))
        handler.send_header("Connection", "close")
        handler.end_headers()
        block = b"<p>" + b"x" * 99_997
        try:
            for _ in range(n_bytes // len(block)):
                handler.wfile.write(block)
        except OSError:  # the reader has had enough
            pass

    return answer


def slow(seconds, *, drip=False):
    """Return an answer that comes late, or a byte at a time."""

    def answer(handler):
        try:
            if drip:
                handler.send_response(200)
                handler.send_header("Content-Type", "text/html")
                handler.send_header("Connection", "close")
                handler.end_headers()
                end = time.monotonic() + seconds
                while time.monotonic() < end:
                    handler.wfile.write(b"x")
                    time.sleep(0.05)
            else:
                time.sleep(seconds)
        except OSError:
            pass

    return answer
