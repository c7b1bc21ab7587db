"""A mail server on this machine that answers as it is told, and keeps what it accepts."""

import socketserver
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from email import message_from_bytes
from email.message import Message

Reply = str | Callable[[], str]


class LoopbackServer(socketserver.ThreadingTCPServer):
    """`replies` are answers other than the usual, or give one; an empty one hangs up."""

    allow_reuse_address = True
    daemon_threads = True

    def __init__(self, replies: Mapping[str, Reply]) -> None:
        self.replies = replies
        self.accepted: list[Message] = []
        super().__init__(("127.0.0.1", 0), _Conversation)

    @property
    def port(self) -> int:
        return int(self.server_address[1])


class _Conversation(socketserver.StreamRequestHandler):
    server: LoopbackServer

    def handle(self) -> None:
        self._say("220 loopback")
        for line in iter(self.rfile.readline, b""):
            command = line.decode().split(" ")[0].strip().upper()
            told = self.server.replies.get(command, "354 go on" if command == "DATA" else "250 OK")
            reply = told if isinstance(told, str) else told()
            if not reply:
                return
            self._say(reply)
            if reply.startswith("354"):
                self._take_letter()
            if command == "QUIT":
                return

    def _take_letter(self) -> None:
        lines = iter(self.rfile.readline, b".\r\n")
        letter = b"".join(line.removeprefix(b".") for line in lines)
        self.server.accepted.append(message_from_bytes(letter))
        self._say("250 accepted")

    def _say(self, reply: str) -> None:
        self.wfile.write(f"{reply}\r\n".encode())


@contextmanager
def mail_server(**replies: Reply) -> Iterator[LoopbackServer]:
    """A server that runs as long as the block does."""
    with LoopbackServer(replies) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()
