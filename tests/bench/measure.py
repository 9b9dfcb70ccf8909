# Running commands and telling what they cost. Times are seconds, memory is MB (1,000,000 bytes).
import os
import shutil
import statistics
import subprocess
import sys
import time


class Run:
    """One run of a command."""

    def __init__(self, seconds, processor, memory, disturbed):
        self.seconds, self.processor, self.memory, self.disturbed = seconds, processor, memory, disturbed


class Bench:
    """Where the programs are, where made sites and built ones go, and how often things run."""

    def __init__(self, programs, work, rounds, patience):
        self.programs, self.work, self.rounds, self.patience = programs, work, rounds, patience
        self.count = 0
        os.makedirs(work, exist_ok=True)

    def program(self, name):
        return os.path.join(self.programs, name)

    def new_folder(self, name):
        """A path that nothing is at, in a folder of its own: what a program leaves beside its output goes with it."""
        self.count += 1
        around = os.path.join(self.work, f"{name}-{self.count}")
        shutil.rmtree(around, ignore_errors=True)
        os.makedirs(around)
        return os.path.join(around, "site")

    def remove_new(self, folder):
        shutil.rmtree(os.path.dirname(folder), ignore_errors=True)

    def site(self, pages, hugo=False):
        """A made site of so many pages, made once."""
        folder = os.path.join(self.work, f"{'hugo' if hugo else 'site'}-{pages}")
        if not os.path.exists(folder + ".made"):
            shutil.rmtree(folder, ignore_errors=True)
            subprocess.run([self.program("offer-bench-corpus"), str(pages), folder] + (["--hugo"] if hugo else []), check=True, stdout=subprocess.DEVNULL)
            open(folder + ".made", "w").close()
        return folder

    def remove_site(self, folder):
        """A made site."""
        shutil.rmtree(folder, ignore_errors=True)
        os.remove(folder + ".made")

    def run(self, command, needs=0):
        """needs: how much memory (MB) the same command took before, with the files that it made; see measured.cpp."""
        wait_for_quiet(self.patience)
        busy = busy_seconds()
        record = os.path.join(self.work, "record.txt")
        result = subprocess.run([self.program("offer-bench-measured"), record, str(round(needs))] + command, stdout=subprocess.PIPE, check=True, text=True)
        seconds, user, system, memory, status, measuring = result.stdout.split()
        if status != "0":
            with open(record, errors="replace") as lines:
                sys.stderr.write("".join(lines.readlines()[-15:]))
            sys.exit(f"tests/bench/run: this ended with status {status}: {' '.join(command)}")
        processor = float(user) + float(system)
        others = busy_seconds() - busy - processor - float(measuring)
        return Run(float(seconds), processor, int(memory) * 1024 / 1e6, others > 0.1 * float(seconds) + 0.03)

    def by_turns(self, commands, rounds=None):
        """Runs every command once, which is not counted, and then by turns. commands: name to a function that gives the command, and its output folder
        or None. Returns the runs by name."""
        runs = {name: [] for name in commands}
        for turn in range((rounds or self.rounds) + 1):
            for name, make in commands.items():
                command, out = make()
                run = self.run(command)
                if out is not None:
                    self.remove_new(out)
                if turn > 0:
                    runs[name].append(run)
                    note(f"  {name}: {run.seconds:.3f} s, {run.memory:.0f} MB{' (disturbed)' if run.disturbed else ''}")
        return runs


def memory_with_files(run, out):
    """MB that a run needed, with the files that it left in the memory disk, beside the folder too, and a fifth for what the host takes meanwhile."""
    pages = 0
    for folder, _, names in os.walk(os.path.dirname(out)):
        pages += 1 + sum(1 + os.stat(os.path.join(folder, name)).st_blocks * 512 // 4096 for name in names)
    return 1.2 * (run.memory + pages * 4096 / 1e6)


def note(words):
    print(words, file=sys.stderr, flush=True)


def busy_seconds():
    """What all processors together have worked since the machine started."""
    with open("/proc/stat") as file:
        fields = [int(word) for word in file.readline().split()[1:8]]
    return (sum(fields) - fields[3] - fields[4]) / os.sysconf("SC_CLK_TCK")


def wait_for_quiet(patience):
    """Until others use less than a fifth of one processor, but no longer than `patience` seconds."""
    end = time.monotonic() + patience
    while time.monotonic() < end:
        before = busy_seconds()
        time.sleep(0.25)
        if busy_seconds() - before < 0.05:
            return


def undisturbed(runs):
    """Those that nobody disturbed, if there are three of them."""
    good = [run for run in runs if not run.disturbed]
    return good if len(good) >= 3 else runs


def median(runs, what):
    return statistics.median(getattr(run, what) for run in undisturbed(runs))


def table(rows):
    """Rows of words as Markdown, the first one its heading."""
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
    line = lambda row: "| " + " | ".join(cell.ljust(width) if i == 0 else cell.rjust(width) for i, (cell, width) in enumerate(zip(row, widths))) + " |"
    return "\n".join([line(rows[0]), "| " + " | ".join("-" * width if i == 0 else "-" * (width - 1) + ":" for i, width in enumerate(widths)) + " |"] + [line(row) for row in rows[1:]])


def percentile(values, share):
    """The value that so large a share of all is not above."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]
