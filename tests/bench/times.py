"""Runs a command again and again: wall and processor time, the least and the middle one, and memory at most.

times.py RUNS COMMAND...: times.py 11 build/release/kensho build samples/atsugi --out /tmp/out
"""
import os
import statistics
import subprocess
import sys
import time


def once(command):
    began = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return time.monotonic() - began, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def main(runs, *command):
    wall, cpu, memory = zip(*(once(command) for _ in range(int(runs))))
    for name, times in (("wall", wall), ("processor", cpu)):
        print(f"{name}: least {min(times) * 1000:.0f} ms, middle {statistics.median(times) * 1000:.0f} ms")
    print(f"memory: {max(memory):.0f} MB at most")


if __name__ == "__main__":
    main(*sys.argv[1:])
