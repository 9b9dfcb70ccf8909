# What tests/bench/run does once everything is installed and compiled.
import argparse
import datetime
import os
import shutil
import subprocess
import sys

import builds
import serving
from measure import Bench


def first_line(*command):
    try:
        return subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, check=True).stdout.splitlines()[0].strip()
    except (OSError, subprocess.CalledProcessError, IndexError):
        return "not known"


def machine():
    with open("/proc/cpuinfo") as file:
        model = next((line.split(":")[1].strip() for line in file if line.startswith("model name")), "not known")
    with open("/proc/meminfo") as file:
        memory = int(file.readline().split()[1]) / 1024 / 1024
    return f"{os.cpu_count()} processors ({model}), {memory:.0f} GB"


def main():
    parser = argparse.ArgumentParser(prog="tests/bench/run", description="Measures local-offer beside Hugo and the limit of the machine.")
    parser.add_argument("parts", nargs="*", default=["cold"], help="cold (also without a word), warm, growth, serve, all")
    parser.add_argument("--pages", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--sizes", default="1000,10000,50000,100000", help="of growth")
    parser.add_argument("--edits", type=int, default=30, help="of serve")
    parser.add_argument("--no-hugo", action="store_true", help="of serve: only ours")
    parser.add_argument("--work", default="/dev/shm/offer-bench", help="where sites are made and built (a memory disk)")
    parser.add_argument("--keep", action="store_true", help="leave the made sites there")
    parser.add_argument("--patience", type=float, default=20, help="seconds to wait before each run for other programs to be quiet")
    parser.add_argument("--programs", required=True, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    known = ["cold", "warm", "growth", "serve"]
    parts = known if "all" in arguments.parts else arguments.parts
    for part in parts:
        if part not in known:
            parser.error(f"there is no part '{part}'. The parts are: {' '.join(known)} all")
    bench = Bench(arguments.programs, arguments.work, arguments.rounds, arguments.patience)
    changed = "" if first_line("git", "status", "--porcelain") == "not known" else ", with changes"
    print(f"{datetime.date.today().isoformat()}, commit {first_line('git', 'rev-parse', '--short', 'HEAD')}{changed}, {machine()}, {first_line('hugo', 'version').split('+')[0]}")
    good = True
    try:
        if "cold" in parts:
            builds.cold(bench, arguments.pages)
            builds.content(bench)
        if "warm" in parts:
            good = builds.warm(bench, arguments.pages)
        if "serve" in parts:
            serving.serve(bench, arguments.pages, arguments.edits, not arguments.no_hugo)
        if "growth" in parts:
            builds.growth(bench, [int(size) for size in arguments.sizes.split(",")])
    finally:
        if not arguments.keep:
            shutil.rmtree(arguments.work, ignore_errors=True)
    sys.exit(0 if good else 1)


main()
