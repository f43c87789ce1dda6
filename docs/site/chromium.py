# SPDX-License-Identifier: BSL-1.0
# Headless Chromium, and a server of a built site, for browse.py and playground/compare.py.
import json
import os
import subprocess
import sys
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread


def until(condition):
    """JavaScript that waits for a condition, five seconds at most, and says whether it holds."""
    return f"(async () => {{ for (let i = 0; i < 100 && !({condition}); i++) await new Promise(go => setTimeout(go, 50));" \
           f"return {condition}; }})()"


class Browser:
    """Chromium on two pipes: it reads commands from descriptor 3 and writes answers and events to 4, as JSON ended by NUL."""

    def __init__(self, profile):
        read, self.commands = os.pipe()
        self.answers, write = os.pipe()
        options = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars",
                   "--disable-background-networking", "--no-first-run", f"--user-data-dir={profile}", "--remote-debugging-pipe"]
        shell = f"exec chromium \"$@\" 3<&{read} 4>&{write}"
        self.process = subprocess.Popen(["bash", "-c", shell, "chromium", *options, "about:blank"], pass_fds=(read, write),
                                        stderr=subprocess.DEVNULL)
        os.close(read), os.close(write)
        self.number, self.session, self.rest, self.requests = 0, None, b"", []
        target = self("Target.createTarget", url="about:blank")["targetId"]
        self.session = self("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in "Page", "Network":
            self(f"{domain}.enable")

    def message(self):
        while b"\0" not in self.rest:
            self.rest += os.read(self.answers, 1 << 20) or sys.exit("Chromium has gone")
        text, _, self.rest = self.rest.partition(b"\0")
        message = json.loads(text)
        if message.get("method") == "Network.requestWillBeSent":
            self.requests.append(message["params"]["request"]["url"])
        return message

    def __call__(self, method, **params):
        self.number += 1
        command = {"id": self.number, "method": method, "params": params} | ({"sessionId": self.session} if self.session else {})
        os.write(self.commands, json.dumps(command).encode() + b"\0")
        while (message := self.message()).get("id") != self.number:
            pass
        return message["result"] if "result" in message else sys.exit(f"{method}: {message['error']['message']}")

    def open(self, url):
        self("Page.navigate", url=url)
        while self.message().get("method") != "Page.loadEventFired":
            pass

    def value(self, expression):
        return self("Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True)["result"].get("value")


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


def serve(site):
    """Serves a folder, and says where."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=site))
    Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}"
