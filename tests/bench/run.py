#!/usr/bin/env python3
"""Times the parts of sellerhealth alone, then the program beside `wc -l` on generated exports, in turn; prints medians and ratios.

usage: run.py [--build build/release] [--orders 1000000] [--runs 5] [--dir build/bench-data] [CASE ...]

Builds bench_exports, writes the exports once, and runs each case and `wc -l` of its orders (of gzip: `gzip -dc | wc -l`) by turns.
Absolute figures move from machine to machine, and with what else it does: quote the ratios, of CPU time on a busy machine."""
import argparse
import csv
import json
import os
import shutil
import statistics
import subprocess
import time

parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
parser.add_argument('cases', nargs='*', metavar='CASE', help='of: parts, check, trend, forecast, explain, tsv, ndjson, gzip, one-thread, inspect')
parser.add_argument('--build', default='build/release')
parser.add_argument('--orders', type=int, default=1_000_000)
parser.add_argument('--runs', type=int, default=5)
parser.add_argument('--dir', default='build/bench-data')
options = parser.parse_args()

data = os.path.join(options.dir, str(options.orders))
if not os.path.exists(data):
    subprocess.run(['cmake', '--build', options.build, '--target', 'bench_exports'], check=True, stdout=subprocess.DEVNULL)
    unfinished = data + '.unfinished'
    shutil.rmtree(unfinished, ignore_errors=True)
    os.makedirs(unfinished)
    subprocess.run([os.path.join(options.build, 'tests/bench/bench_exports'), str(options.orders), unfinished], check=True)
    orders = os.path.join(unfinished, 'orders.csv')
    subprocess.run(f"gzip -6 -c '{orders}' > '{unfinished}/orders.csv.gz'", shell=True, check=True)
    # No value of the exports has a TAB; quotes are data there.
    subprocess.run(f"sed 's/\"[^\"]*\"\"[^,]*\"\"[^\"]*\"/Watch/g; s/,/\\t/g' '{orders}' > '{unfinished}/orders.txt'", shell=True, check=True)
    os.rename(unfinished, data)

lines = os.path.join(data, 'orders.ndjson')
if not os.path.exists(lines):
    with open(os.path.join(data, 'orders.csv'), newline='') as rows, open(lines + '.unfinished', 'w') as file:
        file.writelines(json.dumps(row) + '\n' for row in csv.DictReader(rows))
    os.rename(lines + '.unfinished', lines)

program = os.path.join(options.build, 'sellerhealth')
others = [os.path.join(data, name + '.csv') for name in ('feedback', 'claims', 'chargebacks', 'messages')]


def files(orders='orders.csv'):
    return [os.path.join(data, orders), *others, '--as-of', '2026-10-01', '--format', 'json']


wc = ['wc', '-l', os.path.join(data, 'orders.csv')]
gunzip = ['sh', '-c', f"gzip -dc '{data}/orders.csv.gz' | wc -l"]
cases = {
    'check': ([program, 'check', *files()], wc),
    'one-thread': ([program, 'check', '--threads', '1', *files()], wc),
    'trend': ([program, 'trend', *files()], wc),
    'forecast': ([program, 'forecast', *files()], wc),
    'tsv': ([program, 'check', *files('orders.txt')], wc),
    'ndjson': ([program, 'check', *files('orders.ndjson')], ['wc', '-l', lines]),
    'gzip': ([program, 'check', *files('orders.csv.gz')], gunzip),
    'explain': ([program, 'explain', *files()], wc),
    'inspect': ([program, 'inspect', *files()], wc),
}

if 'parts' in options.cases or not options.cases:
    subprocess.run(['cmake', '--build', options.build, '--target', 'bench_parts'], check=True, stdout=subprocess.DEVNULL)
    subprocess.run([os.path.join(options.build, 'tests/bench/bench_parts')], check=True)
    if options.cases == ['parts']:
        raise SystemExit


def timed(command):
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        raise SystemExit(f'failed: {command}')
    return time.perf_counter() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


size = os.path.getsize(os.path.join(data, 'orders.csv')) / 1e6
print(f'{options.orders:,} orders, {size:,.0f} MB, medians of {options.runs} runs; x: how many times that of the reference')
print(f"{'':12}{'wall s':>9}{'x':>7}{'cpu s':>9}{'x':>7}{'peak MiB':>10}")
for name in [case for case in options.cases if case != 'parts'] or cases:
    command, reference = cases[name]
    timed(command), timed(reference)  # warms the page cache
    pairs = [(timed(command), timed(reference)) for _ in range(options.runs)]
    wall, cpu, peak = (statistics.median(pair[0][i] for pair in pairs) for i in range(3))
    wall_ratio, cpu_ratio = (statistics.median(pair[0][i] / max(pair[1][i], 1e-3) for pair in pairs) for i in range(2))
    print(f'{name:12}{wall:9.3f}{wall_ratio:7.2f}{cpu:9.3f}{cpu_ratio:7.2f}{peak:10.1f}')
