"""A local server that answers as Nominatim does, well or badly."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import parse_qs, urlsplit

TYRE = {
    "place_id": 1,
    "licence": "Data © OpenStreetMap contributors, ODbL 1.0",
    "lat": "33.2721",
    "lon": "35.1946",
    "category": "place",
    "type": "city",
    "addresstype": "city",
    "name": "Tyre",
    "display_name": "Tyre, South Governorate, Lebanon",
    "boundingbox": ["33.20", "33.30", "35.15", "35.25"],
    "address": {"city": "Tyre", "country": "Lebanon", "country_code": "lb"},
}


class Server:
    """What to answer next, and what was asked."""

    def __init__(self) -> None:
        self.status, self.body, self.headers, self.pause_s = 200, json.dumps([TYRE]), {}, 0.0
        self.asked: list[dict[str, str]] = []
        self.agents: list[str] = []
        self.address = ""


@contextmanager
def serving() -> Iterator[Server]:
    server = Server()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            server.asked.append({k: v[0] for k, v in parse_qs(urlsplit(self.path).query).items()})
            server.agents.append(self.headers["User-Agent"])
            time.sleep(server.pause_s)
            self.send_response(server.status)
            for name, value in server.headers.items():
                self.send_header(name, value)
            self.end_headers()
            with suppress(BrokenPipeError):
                self.wfile.write(server.body.encode())

        def log_message(self, *_args):
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as http:
        server.address = f"http://127.0.0.1:{http.server_address[1]}"
        thread = Thread(target=http.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        yield server
        http.shutdown()
        thread.join()
