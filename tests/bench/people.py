"""People at their browsers, without the browsers: each speaks Streamlit's own protocol over a web socket."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from typing import Any

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.Element_pb2 import Element
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import connect
from websockets.typing import Subprotocol

PATIENCE_S = 300


class Person:
    """One session. Every run keeps the newest element of each sort and key; what was set in a widget stays set.

    Raises:
        RuntimeError: the server told of a script that ended otherwise than well, or of an exception on the page.
    """

    def __init__(self, address: str, query: str = "lang=en") -> None:
        stream = f"{address.replace('http', 'ws', 1)}/_stcore/stream"
        # No pings: a busy server answers them late, and that is what is measured.
        self._socket = connect(stream, subprotocols=[Subprotocol("streamlit")], max_size=None, ping_interval=None)
        self._query = query
        self._set: dict[str, Mapping[str, Any]] = {}
        self.elements: dict[str, Element] = {}
        self.run()

    def set(self, ident: str, **value: Any) -> float:
        """Set the widget `ident` as a browser does (string_value=..., bool_value=...); seconds until all was sent."""
        self._set[ident] = value
        return self.run()

    def run(self) -> float:
        """One run of the page; seconds from the asking to its end."""
        asked = BackMsg()
        asked.rerun_script.query_string = self._query
        for ident, value in self._set.items():
            asked.rerun_script.widget_states.widgets.add(id=ident, **value)
        begun = time.perf_counter()
        self._socket.send(asked.SerializeToString())
        for element in self._answers():
            sort = str(element.WhichOneof("type"))
            if sort == "exception":
                raise RuntimeError(element.exception.message)
            self.elements[sort] = element
            self.elements[_key(element, sort)] = element
        return time.perf_counter() - begun

    def leave(self) -> None:
        """Close the page."""
        self._socket.close()

    def _answers(self) -> Iterator[Element]:
        """Elements until the run ends; a run that starts another one is followed to the end of that."""
        while True:
            told = ForwardMsg.FromString(self._socket.recv(PATIENCE_S, decode=False))
            if told.WhichOneof("type") == "delta" and told.delta.HasField("new_element"):
                yield told.delta.new_element
            if told.WhichOneof("type") != "script_finished":
                continue
            match told.script_finished:
                case ForwardMsg.FINISHED_SUCCESSFULLY:
                    return
                case ForwardMsg.FINISHED_EARLY_FOR_RERUN:
                    continue
            raise RuntimeError(ForwardMsg.ScriptFinishedStatus.Name(told.script_finished))


def _key(element: Element, sort: str) -> str:
    """The key the page gave a widget: its id is "$$ID-<digest>-<key>"; else its sort."""
    _, digest, key = [*str(getattr(getattr(element, sort), "id", "")).split("-", 2), "", ""][:3]
    return key if digest and key != "None" else sort
