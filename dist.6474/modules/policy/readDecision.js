import { suggestion } from '../base/nearest.js';
import { heldByNames } from '../record/heldBy.js';
import { describeValue } from './describeValue.js';
import { PolicyFault } from './policy.js';
/** The fields of a decision that count. */
export const decisionFields = ['desired', 'reason', 'rule', 'heldBy', 'atMaximum'];
/** Reasons and rules are shown in tables; longer ones are cut to this many characters. */
const textLimit = 500;
/**
 * The decision in what `decide` returned: a number, `{ desired, reason?, rule?, heldBy? }`, or nothing.
 *
 * A fraction stays one: the host rounds it up and records that.
 * @returns undefined for "no change"
 * @throws PolicyFault of kind `value`, naming the value and the virtual time
 */
export function readDecision(value, place) {
    if (value === undefined || value === null)
        return undefined;
    if (typeof value === 'number')
        return { desired: checkCount(value, place) };
    if (isPromise(value)) {
        throw fault(place, 'decide returned a promise, but it must be synchronous', 'Remove `async` and `await` from decide.');
    }
    if (typeof value !== 'object' || Array.isArray(value) || !('desired' in value))
        throw badValue(value, place);
    const reason = 'reason' in value ? readText(value.reason, { ...place, name: 'reason' }) : undefined;
    const rule = 'rule' in value ? readText(value.rule, { ...place, name: 'rule' }) : undefined;
    const heldBy = 'heldBy' in value ? readHeldBy(value.heldBy, place) : undefined;
    const atMaximum = 'atMaximum' in value ? readAtMaximum(value.atMaximum, place) : undefined;
    return {
        desired: checkCount(value.desired, place),
        ...(reason === undefined ? {} : { reason }),
        ...(rule === undefined ? {} : { rule }),
        ...(heldBy === undefined ? {} : { heldBy }),
        ...(atMaximum === undefined ? {} : { atMaximum }),
    };
}
function readHeldBy(value, place) {
    if (value === undefined || value === null)
        return undefined;
    const known = heldByNames.find((name) => name === value);
    if (known !== undefined)
        return known;
    const hint = suggestion(typeof value === 'string' ? value : '', heldByNames);
    throw fault(place, `the returned heldBy is ${describeValue(value)}, expected what kept the policy from growing`, hint);
}
function readAtMaximum(value, place) {
    if (typeof value !== 'object' || value === null || !('wanted' in value) || !('setting' in value))
        return undefined;
    const setting = readText(value.setting, { ...place, name: 'atMaximum.setting' });
    return setting === undefined ? undefined : { wanted: checkCount(value.wanted, place), setting };
}
function isPromise(value) {
    return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';
}
function checkCount(value, place) {
    // -0 passes and becomes 0: it counts no instances either way.
    if (typeof value === 'number' && Number.isFinite(value) && value >= 0)
        return value + 0;
    throw badValue(value, place);
}
function readText(value, { name, ...place }) {
    if (value === undefined || value === null)
        return undefined;
    if (typeof value === 'string')
        return value.slice(0, textLimit);
    if (typeof value === 'number' || typeof value === 'boolean')
        return String(value);
    throw fault(place, `the returned ${name} is ${describeValue(value)}, expected text`, `Return ${name} as a string.`);
}
function badValue(value, place) {
    const hint = typeof value === 'number' && value < 0
        ? 'Bound it below, for example with max(1, ...).'
        : typeof value === 'number'
            ? 'A division by zero or a missing metric makes such numbers: return nothing when there is no data.'
            : 'Return a count, { desired = count, reason = text }, or nothing for no change.';
    return fault(place, `the returned value is ${describeValue(value)}, expected integer >= 0 (a fraction is rounded up)`, hint);
}
function fault({ fileName, timeSeconds }, what, hint) {
    return new PolicyFault(`${fileName}: at virtual time ${timeSeconds} s ${what}. ${hint}`, {
        kind: 'value',
        timeSeconds,
    });
}
