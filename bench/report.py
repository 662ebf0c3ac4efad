# SPDX-License-Identifier: GPL-2.0-or-later
"""The output of compare.py: tables for people, and ratios that compare a build with an earlier one."""
import dataclasses
import datetime
import os

import measure

YARDSTICK = "SQLite FTS5"
WORST_FACTOR = 2
QUALITY_MARGIN = 0.03


@dataclasses.dataclass
class Result:
    """An engine and its figures."""

    engine: object
    index: str
    indexing: measure.Run
    size: int
    fresh_ms: float = 0
    fresh_cpu_ms: float = 0
    sets: dict = dataclasses.field(default_factory=dict)


def table(head, rows):
    lines = [head, ["---"] * len(head), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def processor():
    with open("/proc/cpuinfo", encoding="utf-8") as lines:
        names = [line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else "unknown processor"


def heading(material, results, command):
    date = datetime.date.today().isoformat()
    load = os.getloadavg()[1]
    words = [word if word.startswith("-") else os.path.basename(word) for word in command[1:]]
    lines = [f"`bench/compare.py {' '.join(words)}`, {date}, {os.cpu_count()} cores ({processor()}), load {load:.1f}; "
             f"{material.text_bytes / 1e6:.1f} MB of title and body.\n"]
    lines += [f"- {result.engine.name}: {result.engine.note}" for result in results]
    return "\n".join(lines) + "\n"


def indexing_table(material, results):
    first, rows = results[0], []
    for result in results:
        run, text_mb = result.indexing, material.text_bytes / 1e6
        rows.append([result.engine.name, f"{run.wall_s:.1f}", f"{run.cpu_s:.1f}", f"{text_mb / run.wall_s:.2f}",
                     f"{run.wall_s / first.indexing.wall_s:.2f}", f"{run.peak_mb:.0f}", f"{result.size / 1e6:.0f}",
                     f"{result.size / material.text_bytes:.2f}", f"{result.fresh_ms:.1f}"])
    return table(["engine", "wall s", "CPU s", "MB/s", "timbao's MB/s ÷", "peak MB", "index MB", "÷ text",
                  "fresh process, one query, ms"], rows)


def quality_of(name, figures):
    if measure.is_phrase_set(name):
        return f"{figures.mrr:.4f} / {figures.recall:.4f}"
    return f"{figures.mrr:.3f} / {figures.recall:.3f}"


def quality_table(results):
    rows = [[name, str(figures.queries), *(quality_of(name, result.sets[name]) for result in results)]
            for name, figures in results[0].sets.items()]
    return table(["MRR@10 / recall@10 (phrase: found / exchanged)", "queries", *names(results)], rows)


def latency_table(results):
    rows = [[name, *(result.sets[name].speed(" / ") for result in results)] for name in results[0].sets]
    return table(["p50 / p95 / p99 ms, warm", *names(results)], rows)


def cpu_table(results):
    rows = [[name, *(f"{result.sets[name].cpu_ms:.2f}" for result in results)] for name in results[0].sets]
    return table(["CPU ms a query, mean, warm", *names(results)], rows)


def latency_ratios(results):
    first, rows = results[0], []
    for name, own in first.sets.items():
        pairs = [(own.p50 / peer.sets[name].p50, own.p99 / peer.sets[name].p99) for peer in results[1:]]
        rows.append([name, *(f"{p50:.2f} / {p99:.2f}" for p50, p99 in pairs)])
    return table(["timbao's p50 / p99 ÷", *names(results)[1:]], rows)


def names(results):
    return [result.engine.name for result in results]


def tables(material, results, command):
    parts = [heading(material, results, command), indexing_table(material, results), quality_table(results),
             latency_table(results), cpu_table(results)]
    return "\n".join(parts + ([latency_ratios(results)] if len(results) > 1 else []))


def costs_of(result):
    """The costs that a regression would raise. Processor time, not time by the clock, which other work would change."""
    costs = {"indexing CPU": result.indexing.cpu_s, "peak memory": result.indexing.peak_mb, "index size": result.size,
             "fresh process": result.fresh_cpu_ms}
    return {**costs, **{name: figures.cpu_ms for name, figures in result.sets.items()}}


def ratios(results):
    """timbao's costs as multiples of those of the yardstick, and timbao's quality: MRR@10, phrases found."""
    own, other = costs_of(results[0]), next(costs_of(result) for result in results if result.engine.name == YARDSTICK)
    return {"costs": {name: round(own[name] / other[name], 4) for name in own},
            "quality": {name: round(figures.mrr, 4) for name, figures in results[0].sets.items()}}


def complaints(now, recorded):
    """A line for each figure that is worse than the recorded one; None if there is none."""
    costs, quality = now["costs"], now["quality"]
    worse = [f"{name}: {costs[name]:.3f} times {YARDSTICK}'s, was {was:.3f}"
             for name, was in recorded["costs"].items() if costs[name] > WORST_FACTOR * was]
    worse += [f"{name}: quality {quality[name]:.3f}, was {was:.3f}"
              for name, was in recorded["quality"].items() if quality[name] < was - QUALITY_MARGIN]
    return "\n".join(worse) or None
