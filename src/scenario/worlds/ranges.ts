import { formatDuration } from '../../base/duration.js';
import { suggestion } from '../../base/nearest.js';
import { formatSize } from '../../base/quantity.js';
import type { Finding } from '../finding.js';
import { meantIssue } from '../meantIssue.js';
import { type Scenario, type ScenarioInput, scenarioSchema } from '../schema.js';
import { dottedPaths, findKeyPath, type KeyPath, valueAt, withValueAt } from './keyPath.js';
import { type Quantity, quantityOf } from './quantity.js';

/** A number of a scenario that is known within a range only: low <= value <= high, in seconds, bytes or as it stands. */
export interface Range {
  /** As the assumption names it. */
  readonly path: string;
  readonly keys: KeyPath;
  readonly quantity: Quantity;
  readonly low: number;
  readonly high: number;
  /** The schema takes whole numbers only. */
  readonly isWhole: boolean;
  readonly basis: Scenario['assumptions'][number]['basis'];
}

/** The assumptions of a scenario as far as worlds can be drawn from them. */
export interface Ranges {
  readonly ranges: readonly Range[];
  /** Paths of the assumptions that are not drawn, by the reason. */
  readonly notDrawn: Readonly<Record<NotDrawn, readonly string[]>>;
}

/** Why an assumption is not drawn: it has no range, is about no number, or `--set` or a manifest gave the value. */
export type NotDrawn = 'withoutRange' | 'noNumber' | 'given';

/** A scenario file with the defaults of the schema, and the same with every default. */
export interface Written {
  /** What the file says, in the form that `inspect` writes. */
  readonly input: ScenarioInput;
  /** With the defaults that follow from other keys, too. */
  readonly resolved: ScenarioInput;
  /** Key paths that `--set` gives. */
  readonly given: readonly string[];
}

/** Reads the ranges of the assumptions; everything that is wrong with them is a finding. */
export function readRanges(written: Written): Ranges & { readonly findings: readonly Finding[] } {
  const findings: Finding[] = [];
  const ranges: Range[] = [];
  const notDrawn: Record<NotDrawn, string[]> = { withoutRange: [], noNumber: [], given: [] };
  for (const [index, assumption] of (written.resolved.assumptions ?? []).entries()) {
    const { path, low, high } = assumption;
    const keys = findKeyPath(written.input, path) ?? findKeyPath(written.resolved, path);
    if (keys === undefined) {
      findings.push(unknownPath(path, index, written.resolved));
      continue;
    }
    const quantity = quantityOf(valueAt(written.input, keys) ?? valueAt(written.resolved, keys));
    if (low === undefined && high === undefined) notDrawn.withoutRange.push(path);
    else if (quantity === undefined) notDrawn.noNumber.push(path);
    else if (written.given.some((given) => isWithin(given.split('.'), keys) || isWithin(keys, given.split('.'))))
      notDrawn.given.push(path);
    else {
      const range = readRange({ ...assumption, index, keys, quantity }, written.input);
      const double = ranges.find((other) => isWithin(other.keys, keys) || isWithin(keys, other.keys));
      if (Array.isArray(range)) findings.push(...range);
      else if (double !== undefined) findings.push(twice(range, double, index));
      else ranges.push(range);
    }
  }
  return { ranges, notDrawn, findings };
}

interface Assumption {
  readonly path: string;
  readonly low?: string | number | undefined;
  readonly high?: string | number | undefined;
  readonly basis: Range['basis'];
  readonly index: number;
  readonly keys: KeyPath;
  readonly quantity: Quantity;
}

/** An end that is left out is the value itself. */
function readRange(
  { path, basis, index, keys, quantity, ...ends }: Assumption,
  input: ScenarioInput,
): Range | Finding[] {
  const findings: Finding[] = [];
  const amounts = { low: quantity.amount, high: quantity.amount };
  for (const end of ['low', 'high'] as const) {
    const text = ends[end];
    if (text === undefined) continue;
    const issue = scenarioSchema.safeParse(withValueAt(input, keys, text)).error?.issues[0];
    const amount = quantityOf(text);
    if (issue !== undefined || amount === undefined) {
      findings.push(badEnd({ end, text, path, index }, issue && meantIssue(issue, text)?.message));
      continue;
    }
    amounts[end] = amount.amount;
    const beyond = (end === 'low' ? 1 : -1) * (amount.amount - quantity.amount);
    if (beyond > roundingShare * Math.abs(quantity.amount))
      findings.push(beyondValue({ end, text, path, index }, quantity));
  }
  if (findings.length > 0) return findings;
  const range = {
    path,
    keys,
    quantity,
    basis,
    low: Math.min(amounts.low, quantity.amount),
    high: Math.max(amounts.high, quantity.amount),
  };
  return { ...range, isWhole: isWhole(range, input) };
}

/** A mean may be a sum whose last digits differ from what somebody wrote. */
const roundingShare = 1e-9;

/** Whether the schema refuses what lies between two whole numbers of the range. */
function isWhole({ low, high, quantity, keys }: Omit<Range, 'isWhole'>, input: ScenarioInput): boolean {
  if (quantity.unit !== '' || ![low, high, quantity.amount].every(Number.isInteger) || low === high) return false;
  return !scenarioSchema.safeParse(withValueAt(input, keys, low + 0.5)).success;
}

function isWithin(outer: KeyPath, inner: KeyPath): boolean {
  return outer.every((key, index) => inner[index] === key);
}

function unknownPath(path: string, index: number, resolved: ScenarioInput): Finding {
  return {
    code: 'unknown-path',
    path: ['assumptions', index, 'path'],
    what: `"${path}" is not a value of this scenario`,
    why: 'An assumption says where a value of the scenario comes from.',
    fix:
      suggestion(path, dottedPaths(resolved).slice(0, 1000)).split(' Known:')[0] ||
      'name a key path such as services.web.instance.startup.',
  };
}

interface End {
  readonly end: 'low' | 'high';
  readonly text: string | number;
  readonly path: string;
  readonly index: number;
}

function badEnd({ end, text, path, index }: End, message: string | undefined): Finding {
  const [what, , fix] = (message ?? '').split('\n');
  return {
    code: 'bad-range',
    path: ['assumptions', index, end],
    what: `${end} is ${JSON.stringify(text)}, which ${path} cannot be${what === undefined || what === '' ? '' : `: ${what}`}`,
    why: 'Worlds are drawn between low and high, and each must be a scenario.',
    fix: fix ?? `write ${end} as the value of ${path} is written.`,
  };
}

function beyondValue({ end, text, path, index }: End, { amount, unit }: Quantity): Finding {
  const value = unit === 's' ? formatDuration(amount) : unit === 'bytes' ? formatSize(amount) : String(amount);
  const [side, relation] = end === 'low' ? ['above', 'low <= value'] : ['below', 'value <= high'];
  return {
    code: 'range-without-value',
    path: ['assumptions', index, end],
    what: `${end} is ${text}, ${side} the value of ${path}, ${value}`,
    why: `The value must lie within its own range: ${relation}.`,
    fix: `write ${end} as ${value} or ${end === 'low' ? 'less' : 'more'}, or correct the value.`,
  };
}

function twice({ path }: Range, other: Range, index: number): Finding {
  return {
    code: 'double-range',
    path: ['assumptions', index, 'path'],
    what: `"${path}" has a range, and so has ${other.path === path ? 'the same path above' : other.path}`,
    why: 'Both would be drawn, and one would overwrite the other.',
    fix: 'keep the range of one of them.',
  };
}
