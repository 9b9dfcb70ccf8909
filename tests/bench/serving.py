# The preview: from its start to the first page, and from an edit to the new bytes of the page that an editor looks at.
import http.client
import os
import random
import shutil
import socket
import statistics
import subprocess
import time

from builds import TODAY, a_page
from measure import note, percentile, table


class Reader:
    """Asks for a page again and again over one connection, as fast as the server answers."""

    def __init__(self, port):
        self.port, self.connection = port, None

    def get(self, address):
        for _ in range(2):
            try:
                if self.connection is None:
                    self.connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
                self.connection.request("GET", address)
                answer = self.connection.getresponse()
                return answer.status, answer.read()
            except (OSError, http.client.HTTPException):
                self.connection = None
        return 0, b""

    def until(self, address, wanted, patience):
        """The moment at which the page holds these bytes, or None."""
        end = time.monotonic() + patience
        while time.monotonic() < end:
            status, text = self.get(address)
            if status == 200 and wanted in text:
                return time.monotonic()
            time.sleep(0.001)
        return None


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def memory_of(process):
    """Now and at most, in MB."""
    with open(f"/proc/{process.pid}/status") as file:
        values = {line.split(":")[0]: line.split()[1] for line in file if line.startswith("Vm")}
    return int(values["VmRSS"]) * 1024 / 1e6, int(values["VmHWM"]) * 1024 / 1e6


class Preview:
    """A server on a copy of a site, from its start to its end."""

    def __init__(self, bench, site, command, first_address):
        self.site = site
        port = free_port()
        self.record = open(os.path.join(bench.work, "serve.txt"), "wb")
        start = time.monotonic()
        self.process = subprocess.Popen(command(port), cwd=site, stdin=subprocess.DEVNULL, stdout=self.record, stderr=self.record)
        self.reader = Reader(port)
        shown = self.reader.until(first_address, b"<main", 300)
        self.first = (shown - start) * 1000 if shown else None

    def end(self):
        self.process.terminate()
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.record.close()

    def edits(self, path, make, address, times, patience=30):
        """Milliseconds from the end of the writing of each edit to its bytes. make(text, mark): the edited text, which shows `mark`."""
        with open(path) as file:
            text = file.read()
        chance = random.Random(7)
        found = []
        try:
            for turn in range(times):
                mark = f"mark{turn}x{chance.randrange(10**9)}"
                edited = make(text, mark)
                with open(path, "w") as file:
                    file.write(edited)
                written = time.monotonic()
                shown = self.reader.until(address, mark.encode(), patience)
                if shown is None:
                    note(f"  no answer after {patience} s: {os.path.basename(path)}")
                    break
                found.append((shown - written) * 1000)
                time.sleep(0.4 + chance.random() * 0.4)
        finally:
            with open(path, "w") as file:
                file.write(text)
        time.sleep(1)
        return found


def address_of(site, path):
    return "/" + os.path.relpath(path, site).removesuffix(".md") + "/"


def with_last_line(text, mark):
    return f"{text}\nThe word of the day is {mark}.\n"


def serve(bench, pages, edits, with_hugo):
    rows = [["preview", "what", "median ms", "95th percentile", "slowest", "edits"]]

    def add(who, what, values):
        if values:
            rows.append([who, what, f"{statistics.median(values):.0f}", f"{percentile(values, 0.95):.0f}", f"{max(values):.0f}", f"{len(values)}"])
            note(f"  {who}, {what}: {rows[-1][2]} ms")

    def measure(who, made, content, theme_file, theme_mark, start):
        site = bench.new_folder("serve")
        shutil.copytree(made, site)
        if who == "ours":  # a theme of its own, so that the project's is not touched
            shutil.copytree(os.path.join(os.path.dirname(__file__), "../../themes/council"), os.path.join(site, "theme"))
        folder = os.path.join(site, content)
        page = a_page(folder)
        address = address_of(folder, page)
        upper = address[: address.rstrip("/").rfind("/") + 1]
        preview = Preview(bench, site, lambda port: start(site, port), address)
        try:
            add(who, "start to the first page", [preview.first] if preview.first else [])
            time.sleep(2)
            add(who, "text of a page", preview.edits(page, with_last_line, address, edits))
            new_title = lambda text, mark: text.replace('\ntitle: "', f'\ntitle: "{mark} ', 1)
            add(who, "title of a page, on the page", preview.edits(page, new_title, address, max(3, edits // 3)))
            add(who, "title of a page, in the list", preview.edits(page, new_title, upper, max(3, edits // 3)))
            if who == "ours":
                word = os.path.join(folder, "glossary", "autism.md")
                meaning = lambda text, mark: text.replace('\nsummary: "', f'\nsummary: "{mark} ', 1)
                add(who, "meaning of a word, on its page", preview.edits(word, meaning, address_of(folder, word), max(3, edits // 3)))
                add(who, "meaning of a word, in the glossary", preview.edits(word, meaning, "/glossary/", max(3, edits // 3)))
            add(who, "template, on the page", preview.edits(os.path.join(site, theme_file), lambda text, mark: text.replace(theme_mark, f"{theme_mark}{mark} ", 1), address, max(3, edits // 5)))
            now, most = memory_of(preview.process)
            rows.append([who, "memory MB (at most)", f"{now:.0f}", "", f"{most:.0f}", ""])
        finally:
            preview.end()
        bench.remove_new(site)

    measure("ours", bench.site(pages), ".", "theme/templates/header.html", "Skip to the ",
            lambda site, port: [bench.program("local-offer"), "serve", site, "--port", str(port), "--today", TODAY])
    if with_hugo:
        measure("Hugo", bench.site(pages, hugo=True), "content", "layouts/partials/top.html", "Skip to the ",
                lambda site, port: ["hugo", "server", "--source", site, "--bind", "127.0.0.1", "--port", str(port), "--disableBrowserError"])
    print(f"\n## Preview of {pages:,} pages\n\n{table(rows)}\n")
