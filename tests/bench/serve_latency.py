#!/usr/bin/env python3
"""How soon the what-if page has figures, and how soon a change that nobody waits for is gone.

    tests/bench/serve_latency.py build/release/doorstroom scenarios/holland-rijnland.yaml arrangements.oza.places 185

Starts `doorstroom serve` on a free port, moves one parameter a few times, and prints for each the wall time from the request to the
figures after 5, 20 and 100 pairs, and the processor time of its processes; then how long the processes of a run live on after its
reader has gone. The first run finds no replications of the scenario kept; the others do.
"""
import http.client
import json
import os
import subprocess
import sys
import time


def children(parent):
    found = []
    for name in os.listdir("/proc"):
        if not name.isdigit():
            continue
        try:
            with open(f"/proc/{name}/stat") as file:
                fields = file.read().rsplit(")", 1)[1].split()
        except OSError:
            continue
        if int(fields[1]) == parent and fields[0] not in "ZX":
            found.append(int(name))
    return found


def below(parent):
    found = children(parent)
    for process in found:
        found += children(process)
    return found


def processor_seconds(zygote):
    """Of all jobs that have ended."""
    with open(f"/proc/{zygote}/stat") as file:
        fields = file.read().rsplit(")", 1)[1].split()
    return (int(fields[13]) + int(fields[14])) / os.sysconf("SC_CLK_TCK")


class Server:
    def __init__(self, program, scenario):
        self.process = subprocess.Popen(
            [program, "serve", scenario, "--port", "0", "--lang", "en"], stdout=subprocess.PIPE, text=True)
        for line in self.process.stdout:
            if "#token=" in line:
                break
        address, self.token = line.strip().split("/#token=")
        self.port = int(address.rsplit(":", 1)[1])
        self.zygote = children(self.process.pid)[0]

    def ask(self, body):
        connection = http.client.HTTPConnection("127.0.0.1", self.port)
        connection.request("POST", "/run", json.dumps(body), {"Authorization": f"Bearer {self.token}"})
        return connection, connection.getresponse()

    def end(self):
        self.process.terminate()
        self.process.wait()


def variant(path, value):
    return {"name": f"{value}", "extends": "", "sets": [{"path": path, "value": str(value)}]}


def timed(server, body):
    used = processor_seconds(server.zygote)
    began = time.monotonic()
    times = {}
    connection, answer = server.ask(body)
    for line in answer:
        told = json.loads(line)
        now = time.monotonic() - began
        if told["kind"] == "figures":
            times[told["pairs"]] = now
        elif told["kind"] == "begun":
            times["begun"] = now
        elif told["kind"] == "end":
            times.update({key: told[key] for key in ("loading_seconds", "telling_seconds")})
        else:
            sys.exit(line)
    connection.close()
    time.sleep(0.1)
    times["processor"] = processor_seconds(server.zygote) - used
    return times


def cancel(server, body):
    connection, answer = server.ask(body)
    while b'"figures"' not in answer.readline():
        pass
    jobs = [process for process in below(server.process.pid) if process != server.zygote]
    began = time.monotonic()
    connection.sock.close() if connection.sock else answer.close()
    answer.close()
    while any(process in jobs for process in below(server.zygote)):
        time.sleep(0.001)
    return time.monotonic() - began


def main():
    program, scenario, path, value = sys.argv[1:5]
    server = Server(program, scenario)
    try:
        print("run            begun   5 pairs  20 pairs 100 pairs  processor  loading  telling  [s]")
        for turn in range(6):
            times = timed(server, {"variant": variant(path, int(value) + turn + 1), "replications": 100})
            print(f"{'first' if turn == 0 else 'later':10}"
                  + "".join(f"{times[key]:10.3f}" for key in
                            ("begun", 5, 20, 100, "processor", "loading_seconds", "telling_seconds")))
        gone = sorted(cancel(server, {"variant": variant(path, int(value) + 9), "replications": 1000})
                      for _ in range(10))
        print(f"gone after     {gone[0] * 1000:.0f} ms at best, {gone[5] * 1000:.0f} in the middle, {gone[-1] * 1000:.0f} at worst")
    finally:
        server.end()


if __name__ == "__main__":
    main()
