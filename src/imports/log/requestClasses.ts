import type { LogLine } from './lineFormat.js';
import { pathOf } from './requestKind.js';

/** Classes that are told apart; whoever scans for holes asks for thousands of paths. */
const classLimit = 10_000;
/** The rest. */
const other = 'other';

/** The requests of one class. */
interface ClassTotals {
  readonly name: string;
  count: number;
  latencySum: number;
  latencyCount: number;
  upstreamSum: number;
  upstreamCount: number;
  byteSum: number;
  byteCount: number;
  /** By interval. */
  readonly bins: Map<number, number>;
}

/** Requests by method and first segment of the path: `GET /cart`. */
export class RequestClasses {
  readonly #intervalSeconds: number;
  readonly #classes = new Map<string, ClassTotals>();

  constructor(intervalSeconds: number) {
    this.#intervalSeconds = intervalSeconds;
  }

  add(line: LogLine): void {
    const name = classOf(line);
    const isKnown = this.#classes.has(name) || this.#classes.size < classLimit;
    const key = isKnown ? name : other;
    const totals = this.#classes.get(key) ?? emptyTotals(key);
    this.#classes.set(key, totals);
    const bin = Math.floor(line.seconds / this.#intervalSeconds);
    addTo(totals, { ...line, bin });
  }

  /** The most frequent, then all others as one; those of the whole log, partial intervals too. */
  most(count: number): readonly Readonly<ClassTotals>[] {
    const sorted = [...this.#classes.values()]
      .filter(({ name }) => name !== other)
      .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
    const rest = [...sorted.slice(count), ...[...this.#classes.values()].filter(({ name }) => name === other)];
    return rest.length === 0 ? sorted : [...sorted.slice(0, count), together(rest)];
  }
}

function emptyTotals(name: string): ClassTotals {
  return {
    name,
    count: 0,
    latencySum: 0,
    latencyCount: 0,
    upstreamSum: 0,
    upstreamCount: 0,
    byteSum: 0,
    byteCount: 0,
    bins: new Map(),
  };
}

function addTo(
  totals: ClassTotals,
  {
    bin,
    latencySeconds,
    upstreamSeconds,
    responseBytes,
  }: Pick<LogLine, 'latencySeconds' | 'upstreamSeconds' | 'responseBytes'> & { readonly bin: number },
): void {
  totals.count++;
  totals.bins.set(bin, (totals.bins.get(bin) ?? 0) + 1);
  if (latencySeconds !== undefined) {
    totals.latencySum += latencySeconds;
    totals.latencyCount++;
  }
  if (upstreamSeconds !== undefined) {
    totals.upstreamSum += upstreamSeconds;
    totals.upstreamCount++;
  }
  if (responseBytes !== undefined) {
    totals.byteSum += responseBytes;
    totals.byteCount++;
  }
}

function together(parts: readonly ClassTotals[]): ClassTotals {
  const sum = emptyTotals(other);
  for (const part of parts) {
    sum.count += part.count;
    sum.latencySum += part.latencySum;
    sum.latencyCount += part.latencyCount;
    sum.upstreamSum += part.upstreamSum;
    sum.upstreamCount += part.upstreamCount;
    sum.byteSum += part.byteSum;
    sum.byteCount += part.byteCount;
    for (const [bin, count] of part.bins) sum.bins.set(bin, (sum.bins.get(bin) ?? 0) + count);
  }
  return sum;
}

/**
 * Letters that a name of a column may have; the others become `_`. A name begins with a letter or `_`: a spreadsheet would take
 * `=`, `+`, `-` and `@` for a formula.
 */
function classOf({ method, path }: LogLine): string {
  if (path === undefined) return other;
  const segment = pathOf(path).split('/', 2)[1] ?? '';
  return `${(method ?? 'ANY').slice(0, 20).replace(/[^A-Za-z]/g, '_')} /${isKey(segment) ? ':id' : segment.slice(0, 40).replace(/[^\w.~%@:-]/g, '_')}`;
}

/** A number, a UUID or a hash names one thing, not a class. */
function isKey(segment: string): boolean {
  return /^\d+$/.test(segment) || /^[0-9a-f]{8}-[0-9a-f-]{27}$/i.test(segment) || /^[0-9a-f]{16,}$/i.test(segment);
}

/** The table of classes, a line each. */
export function classLines(classes: ReturnType<RequestClasses['most']>): string[] {
  const total = classes.reduce((sum, { count }) => sum + count, 0);
  return classes.map(({ name, count, latencySum, latencyCount, upstreamSum, upstreamCount }) => {
    const share = `${Number(((100 * count) / Math.max(1, total)).toPrecision(3))} %`;
    const latency = latencyCount === 0 ? '' : `, ${milliseconds(latencySum / latencyCount)} on average`;
    const upstream = upstreamCount === 0 ? '' : `, ${milliseconds(upstreamSum / upstreamCount)} of it upstream`;
    return `class ${name}: ${share} (${count})${latency}${upstream}`;
  });
}

function milliseconds(seconds: number): string {
  return `${Number((seconds * 1000).toPrecision(3))} ms`;
}
