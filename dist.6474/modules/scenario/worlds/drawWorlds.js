import { openStream } from '../../random/keyedStream.js';
import { triangularQuantile } from '../../random/triangular.js';
import { checkRules } from '../rules.js';
import { resolveDefaults, scenarioSchema } from '../schema.js';
import { valueAt, withValueAt } from './keyPath.js';
/**
 * Draws worlds 0..count-1, each number by itself from the triangular law of its range, with its peak at the stated value.
 *
 * A draw depends on the seed, the number of the world and the path only. Of a distribution the whole law is scaled, by its
 * median where it is given by one, else its mean. Where a draw breaks a rule between keys the world is left out, and counted.
 */
export function drawWorlds({ input, seed, ranges }, count) {
    const worlds = [];
    const leftOut = new Map();
    for (let number = 0; number < count; number++) {
        const drawn = drawWorld({ input, seed, ranges }, number);
        if (typeof drawn !== 'string') {
            worlds.push(drawn);
            continue;
        }
        const rule = drawn.replace(/\d[\d.]*/g, '#');
        const known = leftOut.get(rule) ?? { what: drawn, count: 0 };
        leftOut.set(rule, { ...known, count: known.count + 1 });
    }
    return { worlds, leftOut: [...leftOut.values()] };
}
/** One world; what is wrong with it where it is no valid scenario. */
export function drawWorld({ input, seed, ranges }, number) {
    const values = ranges.map((range) => draw(range, seed, number));
    const drawn = ranges.reduce((world, { keys, quantity }, index) => withValueAt(world, keys, writtenBeside(world, keys, quantity, values[index])), input);
    const scenario = readWorld(drawn);
    return typeof scenario === 'string' ? scenario : { number, scenario, values };
}
/** The value as it stands where the draw did not move it: what is not uncertain stays, to the last digit. */
function writtenBeside(world, keys, quantity, amount) {
    const stated = valueAt(world, keys);
    return amount === quantity.amount && stated !== undefined ? stated : quantity.written(amount);
}
function draw({ keys, quantity, low, high, isWhole }, seed, world) {
    const stream = openStream({ seed, replication: world, owner: keys.join('.'), purpose: 'assumption' });
    const drawn = triangularQuantile({ low, peak: quantity.amount, high }, stream.uniform());
    return isWhole ? Math.round(drawn) : drawn;
}
/** The scenario, or what is wrong with it. */
function readWorld(drawn) {
    const parsed = scenarioSchema.safeParse(drawn);
    if (!parsed.success) {
        const [{ path, message }] = parsed.error.issues;
        return wordsOf(path, message.split('\n')[0]);
    }
    const scenario = resolveDefaults(parsed.data);
    const wrong = checkRules(scenario).find(({ isWarning }) => isWarning !== true);
    return wrong === undefined ? scenario : wordsOf(wrong.path, wrong.what);
}
function wordsOf(path, what) {
    return `${path.map(String).join('.')} ${what}`;
}
