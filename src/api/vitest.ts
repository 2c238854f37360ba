import { expect } from 'vitest';
import { type FailedPolicy, hasResults, type PolicyResult, type ThresholdResult } from '../results/results.js';
import { judge } from './judge.js';

/** What `expect(result)` can be asked after `import 'dryscale/vitest'`. */
interface DryscaleMatchers<R> {
  /** Keeps a threshold of http_req_duration, such as `p(95)<300` (milliseconds, as in k6). */
  toMeet(expression: string): R;
  /** Keeps a threshold of any metric or measure, such as `cost_usd`, `value<12`. */
  toMeet(metric: string, expression: string): R;
  /** Keeps every threshold of its scenario; a scenario without thresholds fails. */
  toMeetThresholds(): R;
}

declare module 'vitest' {
  interface Matchers<T> extends DryscaleMatchers<void> {}
}

interface Judgement {
  readonly pass: boolean;
  message(): string;
}

/** A result that is none would pass every `not`: it is refused instead. */
function resultOf(received: unknown, matcher: string): PolicyResult | FailedPolicy {
  const isObject = typeof received === 'object' && received !== null;
  // safe: checked by its own fields on the line; everything else comes from the document's schema.
  if (isObject && ('thresholds' in received || 'failure' in received)) return received as PolicyResult | FailedPolicy;
  const hint = isObject && 'policies' in received ? ' Take one of its `policies`.' : '';
  throw new TypeError(`${matcher} needs the result of one policy, as simulate returns it.${hint}`);
}

function failed({ name, failure }: FailedPolicy): Judgement {
  return { pass: false, message: () => `${name} failed and has no results: ${failure.message}` };
}

function valueText({ value, reason }: ThresholdResult): string {
  if (value === null) return `there is no value (${reason ?? 'no data'})`;
  return `the value is ${Number(value.toPrecision(6))}`;
}

function toMeet(received: unknown, first: string, second?: string): Judgement {
  const result = resultOf(received, 'toMeet');
  if (!hasResults(result)) return failed(result);
  const judged = second === undefined ? judge(result, first) : judge(result, first, second);
  const { metric, expression, ok } = judged;
  const wish = `expected ${result.name} ${ok ? 'not ' : ''}to meet ${metric} ${expression}`;
  return { pass: ok, message: () => `${wish}, but ${valueText(judged)}` };
}

function toMeetThresholds(received: unknown): Judgement {
  const result = resultOf(received, 'toMeetThresholds');
  if (!hasResults(result)) return failed(result);
  const { name, thresholds } = result;
  if (thresholds.length === 0) {
    return { pass: false, message: () => `the scenario of ${name} has no thresholds, so none can be judged` };
  }
  const missed = thresholds.filter(({ ok }) => !ok);
  if (missed.length === 0) {
    return { pass: true, message: () => `expected ${name} to miss one of its ${thresholds.length} thresholds` };
  }
  const lines = missed.map((one) => `  ${one.metric} ${one.expression}: ${valueText(one)}`);
  const head = `${name} misses ${missed.length} of ${thresholds.length} thresholds`;
  return { pass: false, message: () => [head, ...lines].join('\n') };
}

expect.extend({ toMeet, toMeetThresholds });
