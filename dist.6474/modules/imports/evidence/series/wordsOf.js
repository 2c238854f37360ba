/** What free words (a header, a key, a file's name) say of a series; the first row that fits counts. */
const rows = [
    [/\b(5xx|errors?|failures?|failed)\b.*(%|\b(share|ratio|percent(age)?)\b)|\berror (rate|share)\b.*%/, 'error-share'],
    [/\b(5xx|errors?|failures?|failed)\b/, 'error-rate'],
    [/\bthrottl\w*/, 'throttled-share'],
    [/\b(p|q|pct|perc(entile)?|quantile) ?0?\.?99(th)?\b|\b99(th)? ?(%|percentile)/, 'latency-p99'],
    [/\b(p|q|pct|perc(entile)?|quantile) ?0?\.?95(th)?\b|\b95(th)? ?(%|percentile)/, 'latency-p95'],
    [/\b(p|q|pct|perc(entile)?|quantile) ?0?\.?90?(th)?\b|\b90(th)? ?(%|percentile)/, 'latency-p90'],
    [/\b(p|q|pct|perc(entile)?|quantile) ?0?\.?50?(th)?\b|\bmedian\b|\b50(th)? ?(%|percentile)/, 'latency-p50'],
    [/\b(latency|response ?time|duration)\b/, 'latency-mean'],
    [/\bin ?flight\b|\bactive requests?\b|\bconcurren\w+/, 'in-flight'],
    [/\bqueue\b|\bbacklog\b/, 'queue'],
    [/\bcpu\b.*(%|\b(util\w*|percent(age)?|usage %)\b)|\b(cpu ?utili[sz]ation|utili[sz]ation)\b/, 'utilization'],
    [/\bcpu\b.*\b(per|by|a) ?(pod|replica|instance)\b/, 'cpu-per-pod'],
    [/\bcpu\b|\bcores\b/, 'cpu'],
    [/\bmem(ory)?\b/, 'memory'],
    [/\b(desired|wanted|wished|target) ?(replicas|pods|instances|capacity|count)\b|\bdesired\b/, 'desired-replicas'],
    [/\b(ready|available|in ?service|healthy) ?(replicas|pods|instances|hosts|targets)?\b/, 'ready-replicas'],
    [/\b(replicas?|pods?|instances?|tasks?)\b(?! ?name)/, 'replicas'],
    [/^(counts?|rate)$|\b(rps|qps|tps|rpm|req|reqs|requests?|throughput|traffic|hits)\b/, 'request-rate'],
];
/** The part that free words name; undefined where they name none. */
export function partOfWords(text) {
    const words = text
        .replace(/([a-z])([A-Z])/g, '$1 $2')
        .replace(/[_\-./()[\]{}"=:]+/g, ' ')
        .toLowerCase();
    return rows.find(([pattern]) => pattern.test(words))?.[1];
}
/** Units as people and tools write them, and what they make of a value. */
const units = [
    [/^(ms|milliseconds?|msec)$/, { kind: 'plain', scale: 0.001 }],
    [/^(µs|us|microseconds?)$/, { kind: 'plain', scale: 0.000_001 }],
    [/^(ns|nanoseconds?)$/, { kind: 'plain', scale: 0.000_000_001 }],
    [/^(s|secs?|seconds?)$/, { kind: 'plain', scale: 1 }],
    [/^(m|mins?|minutes?)$/, { kind: 'plain', scale: 60 }],
    [/^(%|percent|pct)$/, { kind: 'plain', scale: 0.01 }],
    [/^(ratio|share)$/, { kind: 'plain', scale: 1 }],
    [/^(cores?|vcpus?|cpus?)$/, { kind: 'plain', scale: 1 }],
    [/^(millicores?|mcores?|millicpu)$/, { kind: 'plain', scale: 0.001 }],
    [
        /^(req|reqs|requests?|ops|counts?|c|rps|qps|hits)( ?(\/|per) ?(s|sec|second))?$|^(reqps|cps)$/,
        { kind: 'plain', scale: 1 },
    ],
    [
        /^(req|reqs|requests?|ops|counts?|hits) ?(\/|per) ?(m|min|minute)$|^(rpm|opm|reqpm|cpm)$/,
        { kind: 'plain', scale: 1 / 60 },
    ],
    [/^(bytes?|b)$/, { kind: 'plain', scale: 1 }],
    [/^kib$/, { kind: 'plain', scale: 1024 }],
    [/^mib$/, { kind: 'plain', scale: 1024 ** 2 }],
    [/^gib$/, { kind: 'plain', scale: 1024 ** 3 }],
    [/^kb$/, { kind: 'plain', scale: 1e3 }],
    [/^mb$/, { kind: 'plain', scale: 1e6 }],
    [/^gb$/, { kind: 'plain', scale: 1e9 }],
    [/^base$/, { kind: 'plain', scale: 1 }],
    [/^counter$/, { kind: 'counter', scale: 1 }],
    [/^(count|sum)[ -](a|per)[ -]step$/, { kind: 'per-step', scale: 1 }],
];
/** What a unit makes of a value; undefined where it is none that is known. `m` is minutes, of CPU thousandths of a core. */
export function formOfUnit(unit, part) {
    const text = unit.trim().toLowerCase();
    if (text === 'm' && part?.startsWith('cpu'))
        return { kind: 'plain', scale: 0.001 };
    return units.find(([pattern]) => pattern.test(text))?.[1];
}
