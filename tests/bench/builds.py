# Building a whole site: cold, warm, and how the cost grows with the site.
import filecmp
import os
import statistics
import subprocess

from measure import median, memory_with_files, note, table, undisturbed

TODAY = "2026-11-21"


def ours(bench, site, out, *more):
    return [bench.program("local-offer"), "build", site, "--out", out, "--today", TODAY, *more]


def cold(bench, pages):
    """Ours, Hugo and the limit program by turns, each run to a new folder."""
    site, theirs = bench.site(pages), bench.site(pages, hugo=True)

    def to_new_folder(name, command):
        def make():
            out = bench.new_folder(name)
            return command(out), out
        return make

    runs = bench.by_turns({
        "ours": to_new_folder("out", lambda out: ours(bench, site, out)),
        "ours without checks": to_new_folder("out", lambda out: ours(bench, site, out, "--no-checks")),
        "ours without checks and search": to_new_folder("out", lambda out: ours(bench, site, out, "--no-checks", "--no-search")),
        "Hugo": to_new_folder("hugo-out", lambda out: ["hugo", "--quiet", "--source", theirs, "--destination", out]),
        "the limit": to_new_folder("limit-out", lambda out: [bench.program("offer-bench-limit"), site, out]),
        "the limit, tables only": to_new_folder("limit-out", lambda out: [bench.program("offer-bench-limit"), site, out, "--tables-only"]),
    })
    hugo, limit = median(runs["Hugo"], "seconds"), median(runs["the limit"], "seconds")
    rows = [["cold build", "seconds", "from to", "processor", "memory MB", "pages a second", "times as fast as Hugo", "times the limit"]]
    for name, all_runs in runs.items():
        seconds = median(all_runs, "seconds")
        times = [run.seconds for run in undisturbed(all_runs)]
        rows.append([name, f"{seconds:.2f}", f"{min(times):.2f} to {max(times):.2f}", f"{median(all_runs, 'processor'):.2f}", f"{median(all_runs, 'memory'):.0f}", f"{pages / seconds:,.0f}", f"{hugo / seconds:.2f}",
                     f"{seconds / limit:.2f}"])
    print(f"\n## Cold build of {pages:,} pages, output to memory disk, {len(runs['ours'])} rounds\n\n{table(rows)}\n")
    print("Round by round, which moves less on a machine that is slower now and then (median, smallest and largest):\n")
    for one, other in (("ours", "the limit"), ("ours without checks and search", "the limit"), ("Hugo", "ours")):
        print(f"- {one}: {by_round(runs, one, other)}")
    print()
    out = bench.new_folder("out")
    stages = subprocess.run(ours(bench, site, out, "--timings"), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True, text=True).stdout
    bench.remove_new(out)
    print("What each stage cost (one run, with --timings):\n\n```\n" + stages[stages.index("stage "):].rstrip() + "\n```\n")


def by_round(runs, one, other):
    """How many times as long one takes as the other in the same round: "3.10 times as long as the limit (2.90 to 3.40)"."""
    ratios = [a.seconds / b.seconds for a, b in zip(runs[one], runs[other])]
    return f"{statistics.median(ratios):.2f} times as long as {other} ({min(ratios):.2f} to {max(ratios):.2f})"


def content(bench):
    """The real site of this project."""
    site = os.path.join(os.path.dirname(__file__), "../../content")
    runs = []
    for turn in range(bench.rounds + 1):
        out = bench.new_folder("content")
        run = bench.run(ours(bench, site, out))
        bench.remove_new(out)
        if turn > 0:
            runs.append(run)
    print(f"The real content/, everything on: {median(runs, 'seconds'):.2f} s, {median(runs, 'memory'):.0f} MB.\n")


def a_page(site):
    """A service page somewhere in the middle of the site."""
    paths = sorted(os.path.join(folder, name) for folder, _, names in os.walk(os.path.join(site, "services")) for name in names if name.endswith(".md") and not name.endswith("index.md"))
    return paths[len(paths) // 2]


def same_trees(one, other):
    """The first path at which two folders differ, or None."""
    def walk(compared, below):
        for name in compared.left_only + compared.right_only + compared.common_funny:
            return os.path.join(below, name)
        _, different, trouble = filecmp.cmpfiles(compared.left, compared.right, compared.common_files, shallow=False)
        for name in different + trouble:
            return os.path.join(below, name)
        for name, inner in compared.subdirs.items():
            found = walk(inner, os.path.join(below, name))
            if found:
                return found
        return None
    return walk(filecmp.dircmp(one, other, ignore=[], hide=[".", ".."]), "")


def warm(bench, pages):
    """Again with nothing changed, and again after the text of one page changed. Ends with a comparison with a clean build."""
    site, out = bench.site(pages), bench.new_folder("warm")
    bench.run(ours(bench, site, out))
    nothing = [bench.run(ours(bench, site, out)) for _ in range(bench.rounds)]
    page = a_page(site)
    with open(page) as file:
        text = file.read()
    one_page = []
    try:
        for turn in range(bench.rounds):
            with open(page, "w") as file:
                file.write(text + f"\nThe office has {turn + 2} new chairs.\n")
            one_page.append(bench.run(ours(bench, site, out)))
        clean = bench.new_folder("clean")
        bench.run(ours(bench, site, clean))
        different = same_trees(out, clean)
    finally:
        with open(page, "w") as file:
            file.write(text)
    rows = [["build again", "seconds", "memory MB"]]
    for name, runs in (("nothing changed", nothing), ("the text of one page changed", one_page)):
        rows.append([name, f"{median(runs, 'seconds'):.3f}", f"{median(runs, 'memory'):.0f}"])
    print(f"\n## Warm build of {pages:,} pages\n\n{table(rows)}\n\nThe bytes are {'those of a clean build' if different is None else 'NOT those of a clean build: ' + different}.\n")
    for folder in (out, clean):
        bench.remove_new(folder)
    return different is None


def growth(bench, sizes):
    """Time and memory for sites of several sizes. What a site of a hundred pages needs is taken off as the base. The limit program by turns with ours: how
    much dearer the machine makes more of the same."""
    def measure(pages):
        there = os.path.exists(os.path.join(bench.work, f"site-{pages}.made"))
        site = bench.site(pages)
        runs, limits = [], []
        needs = {}
        rounds = bench.rounds if pages <= 10_000 else min(bench.rounds, 3)
        for turn in range(rounds + 1):
            for all_runs, command in ((runs, ours(bench, site, "OUT")), (limits, [bench.program("offer-bench-limit"), site, "OUT"])):
                out = bench.new_folder("out")
                run = bench.run([out if word == "OUT" else word for word in command], needs.get(command[0], 0))
                needs[command[0]] = memory_with_files(run, out)
                bench.remove_new(out)
                if turn > 0:
                    all_runs.append(run)
        if not there:
            bench.remove_site(site)
        note(f"  {pages:,} pages: {median(runs, 'seconds'):.2f} s, {median(runs, 'memory'):.0f} MB")
        return median(runs, "seconds"), median(runs, "memory"), median(limits, "seconds")

    base = measure(100)
    results = {pages: measure(pages) for pages in sizes}
    rows = [["pages", "seconds", "memory MB", "µs a page", "kB a page"]]
    for pages, (seconds, memory, _) in results.items():
        rows.append([f"{pages:,}", f"{seconds:.2f}", f"{memory:.0f}", f"{(seconds - base[0]) / pages * 1e6:.0f}", f"{(memory - base[1]) / pages * 1e3:.1f}"])
    print(f"\n## Growth\n\n{table(rows)}\n\nThe base, taken off in the last two columns, is a site of 100 pages: {base[0]:.2f} s and {base[1]:.0f} MB.\n")
    if 10_000 in results and 100_000 in results:
        small, large = results[10_000], results[100_000]
        print(f"100,000 pages need {(large[0] - base[0]) / (small[0] - base[0]):.1f} times the time and {(large[1] - base[1]) / (small[1] - base[1]):.1f} times the memory of 10,000. "
              f"The limit program needs {large[2] / small[2]:.1f} times the time.\n")


