"""A real mail server for tests, in a process of its own, on loopback.

It takes every message and notes it in a file, one JSON line each; an address tells how it answers:
`refused@…` 550, `later@…` 451 each time, `busy@…` 421 and the connection closed.
"""

import json
import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from email import message_from_bytes, policy
from pathlib import Path
from typing import Any

ANSWERS = {
    "refused": "550 5.1.1 no such mailbox",
    "later": "451 4.3.0 try again later",
    "busy": "421 closing",
}


@dataclass(frozen=True)
class MailServer:
    port: int
    log: Path

    @property
    def url(self) -> str:
        return f"smtp://127.0.0.1:{self.port}"

    @property
    def received(self) -> list[dict[str, Any]]:
        """What was accepted, in order: id, to, subject, body, headers."""
        return [json.loads(line) for line in self.log.read_text().splitlines()]


@contextmanager
def mail_server() -> Iterator[MailServer]:
    """A server that listens on a free port until the block ends."""
    with tempfile.TemporaryDirectory(prefix="wian-mail-") as folder:
        log = Path(folder, "received")
        log.touch()
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        process = subprocess.Popen([sys.executable, __file__, str(port), str(log)], stdin=subprocess.DEVNULL)
        try:
            _wait(process, port)
            yield MailServer(port, log)
        finally:
            process.terminate()
            process.wait(10)


def _wait(process: subprocess.Popen[bytes], port: int) -> None:
    for _ in range(200):
        with socket.socket() as tried:
            if tried.connect_ex(("127.0.0.1", port)) == 0:
                return
        assert process.poll() is None, "the mail server did not start"
        time.sleep(0.05)
    raise RuntimeError("the mail server did not start")


class _Handler:
    def __init__(self, log: str) -> None:
        self.log = os.open(log, os.O_WRONLY | os.O_APPEND)

    async def handle_RCPT(  # noqa: N802
        self, server: Any, session: Any, envelope: Any, address: str, options: Any
    ) -> str:
        who = address.split("@")[0]
        if who == "busy":
            server.transport.close()
        envelope.rcpt_tos.append(address)
        return ANSWERS.get(who, "250 OK")

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802
        mail = message_from_bytes(envelope.content, policy=policy.default)
        line = {
            "id": mail["Message-ID"],
            "to": envelope.rcpt_tos,
            "subject": mail["Subject"],
            "body": mail.get_content(),
            "headers": dict(mail.items()),
        }
        os.write(self.log, (json.dumps(line) + "\n").encode())
        return "250 OK"


def _serve(port: int, log: str) -> None:
    import asyncio

    from aiosmtpd.smtp import SMTP

    async def forever() -> None:
        loop = asyncio.get_running_loop()
        handler = _Handler(log)
        await loop.create_server(lambda: SMTP(handler, enable_SMTPUTF8=True), "127.0.0.1", port)
        await asyncio.Event().wait()

    asyncio.run(forever())


if __name__ == "__main__":
    _serve(int(sys.argv[1]), sys.argv[2])
