import { suggestion } from '../base/nearest.js';
import { type HeldBy, heldByNames } from '../record/heldBy.js';
import { describeValue } from './describeValue.js';
import { type AtMaximum, type Decision, PolicyFault } from './policy.js';

/** Where and when a value was returned, for the fault that may follow. */
interface DecisionPlace {
  readonly fileName: string;
  readonly timeSeconds: number;
}

/** The fields of a decision that count. */
export const decisionFields = ['desired', 'reason', 'rule', 'heldBy', 'atMaximum', 'weights'] as const;

/** Reasons and rules are shown in tables; longer ones are cut to this many characters. */
const textLimit = 500;

/**
 * The decision in what `decide` returned: a number, `{ desired, reason?, rule?, heldBy?, weights? }`, or nothing.
 *
 * A fraction stays one: the host rounds it up and records that.
 * @returns undefined for "no change"
 * @throws PolicyFault of kind `value`, naming the value and the virtual time
 */
export function readDecision(value: unknown, place: DecisionPlace): Decision | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'number') return { desired: checkCount(value, place) };
  if (isPromise(value)) {
    throw fault(
      place,
      'decide returned a promise, but it must be synchronous',
      'Remove `async` and `await` from decide.',
    );
  }
  if (typeof value !== 'object' || Array.isArray(value) || !('desired' in value)) throw badValue(value, place);
  const reason = 'reason' in value ? readText(value.reason, { ...place, name: 'reason' }) : undefined;
  const rule = 'rule' in value ? readText(value.rule, { ...place, name: 'rule' }) : undefined;
  const heldBy = 'heldBy' in value ? readHeldBy(value.heldBy, place) : undefined;
  const atMaximum = 'atMaximum' in value ? readAtMaximum(value.atMaximum, place) : undefined;
  const weights = 'weights' in value ? readWeights(value.weights, place) : undefined;
  return {
    desired: checkCount(value.desired, place),
    ...(reason === undefined ? {} : { reason }),
    ...(rule === undefined ? {} : { rule }),
    ...(heldBy === undefined ? {} : { heldBy }),
    ...(atMaximum === undefined ? {} : { atMaximum }),
    ...(weights === undefined ? {} : { weights }),
  };
}

function readHeldBy(value: unknown, place: DecisionPlace): HeldBy | undefined {
  if (value === undefined || value === null) return undefined;
  const known = heldByNames.find((name) => name === value);
  if (known !== undefined) return known;
  const hint = suggestion(typeof value === 'string' ? value : '', heldByNames);
  throw fault(
    place,
    `the returned heldBy is ${describeValue(value)}, expected what kept the policy from growing`,
    hint,
  );
}

function readAtMaximum(value: unknown, place: DecisionPlace): AtMaximum | undefined {
  if (typeof value !== 'object' || value === null || !('wanted' in value) || !('setting' in value)) return undefined;
  const setting = readText(value.setting, { ...place, name: 'atMaximum.setting' });
  return setting === undefined ? undefined : { wanted: checkCount(value.wanted, place), setting };
}

function readWeights(value: unknown, place: DecisionPlace): Record<string, number> | undefined {
  if (value === undefined || value === null) return undefined;
  const hint = 'Return weights by service, such as { large = 80, small = 20 }.';
  if (typeof value !== 'object' || Array.isArray(value))
    throw fault(place, `the returned weights are ${describeValue(value)}, expected a table`, hint);
  const weights = Object.entries(value).map(([name, weight]): [string, number] => {
    if (typeof weight === 'number' && Number.isFinite(weight) && weight >= 0) return [name, weight + 0];
    throw fault(place, `the returned weight of ${name} is ${describeValue(weight)}, expected a number >= 0`, hint);
  });
  if (weights.every(([, weight]) => weight === 0))
    throw fault(place, 'the returned weights have none above 0', 'Requests have to go somewhere.');
  return Object.fromEntries(weights);
}

function isPromise(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';
}

function checkCount(value: unknown, place: DecisionPlace): number {
  // -0 passes and becomes 0: it counts no instances either way.
  if (typeof value === 'number' && Number.isFinite(value) && value >= 0) return value + 0;
  throw badValue(value, place);
}

function readText(value: unknown, { name, ...place }: DecisionPlace & { readonly name: string }): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'string') return value.slice(0, textLimit);
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw fault(place, `the returned ${name} is ${describeValue(value)}, expected text`, `Return ${name} as a string.`);
}

function badValue(value: unknown, place: DecisionPlace): PolicyFault {
  const hint =
    typeof value === 'number' && value < 0
      ? 'Bound it below, for example with max(1, ...).'
      : typeof value === 'number'
        ? 'A division by zero or a missing metric makes such numbers: return nothing when there is no data.'
        : 'Return a count, { desired = count, reason = text }, or nothing for no change.';
  return fault(
    place,
    `the returned value is ${describeValue(value)}, expected integer >= 0 (a fraction is rounded up)`,
    hint,
  );
}

function fault({ fileName, timeSeconds }: DecisionPlace, what: string, hint: string): PolicyFault {
  return new PolicyFault(`${fileName}: at virtual time ${timeSeconds} s ${what}. ${hint}`, {
    kind: 'value',
    timeSeconds,
  });
}
