import { readMappedCode } from '../policy/typescript/errorPlace.js';
import { environments, variablesOf } from './environments.js';
import { areSame, firstDifferent, runsOf } from './runLog.js';
import { hiddenInputs, pinned, usesOf } from './twists/twist.js';
/**
 * What a difference comes from, as sentences.
 *
 * It is found by trying, not by reading: the policy is played again with all hidden inputs pinned, and then with one of them
 * moved. An input whose move alone changes the decisions is a cause.
 */
export async function causesOf(request) {
    const { one, other } = request.pair;
    const address = addressCause(request.pair);
    if (address !== undefined)
        return [address];
    if (other.environment === 'second run')
        return [moduleState];
    const inputs = one.runtime === other.runtime ? await movedInputs(request) : await unpinnedInputs(request);
    const causes = inputs.map((found) => sentenceOf(found, request.subject));
    if (causes.length > 0)
        return causes;
    return [one.runtime === other.runtime ? unknown : interpreterCause(request)];
}
const moduleState = 'What the first run left behind: the file keeps something between decisions in a local of its own or a global. Keep it in context.state, which is one per service and run.';
const unknown = 'None of the inputs that are tried (clock, time zone, environment, random numbers, order of keys) does it alone: it reads something else of the machine, or several together.';
/** Inputs whose move alone changes what the runtime of the pair decides. */
async function movedInputs(request) {
    const runtime = runtimeOf(request, request.pair.one.runtime);
    const base = await playTwisted(request.subject, runtime, pinned, false);
    const found = [];
    for (const input of hiddenInputs) {
        // Moved and pinned may do the same by chance, as the middle of three keys does; as it is by itself is a third way.
        for (const mode of ['moved', 'natural']) {
            const other = await playTwisted(request.subject, runtime, { ...pinned, [input]: mode }, false);
            if (areSame(base, other))
                continue;
            found.push({ input, uses: usesIn(base, input) });
            break;
        }
    }
    const elsewhere = await playTwisted(request.subject, runtime, pinned, true);
    if (!areSame(base, elsewhere))
        found.push({ input: 'zone', uses: usesIn(elsewhere, 'clock') });
    return found;
}
/** Inputs that two runtimes show differently by themselves: with all of them pinned the two agree. */
async function unpinnedInputs(request) {
    const [one, other] = [request.pair.one, request.pair.other].map(({ runtime }) => runtimeOf(request, runtime));
    const both = async (twist) => [
        await playTwisted(request.subject, one, twist, false),
        await playTwisted(request.subject, other, twist, false),
    ];
    const [onePinned, otherPinned] = await both(pinned);
    if (!areSame(onePinned, otherPinned))
        return [];
    const found = [];
    for (const input of hiddenInputs) {
        const [left, right] = await both({ ...pinned, [input]: 'natural' });
        if (!areSame(left, right))
            found.push({ input, uses: usesIn(onePinned, input) });
    }
    return found;
}
function runtimeOf({ runtimes }, name) {
    // safe: a run is of one of the runtimes that were asked.
    return runtimes.find((one) => one.name === name);
}
async function playTwisted({ spec, sequence }, { name, found }, twist, isElsewhere) {
    const environment = { ...environments[0], twist, variables: variablesOf(isElsewhere) };
    const log = await found.play({ spec, sequence, environment });
    return runsOf(log, { runtime: name, version: found.version, environment: 'twisted' })[0];
}
function usesIn({ play }, input) {
    return usesOf(play.lines).filter((use) => use.input === input);
}
const sentences = {
    clock: 'reads a clock, which is not in the observation: with the clock moved alone the decisions change. Take the time from observation.time or observation.epochSeconds',
    environment: 'reads a variable of the environment: with it set alone the decisions change. Make it a parameter of the policy',
    random: 'draws lots: with other numbers alone the decisions change. Decide without chance, or draw from observation.time',
    order: 'walks a table in the order of its keys, which no version of Lua promises: in another order alone the decisions change. Sort the keys, or keep a list',
    zone: 'reads the time zone of the machine: with it moved alone the decisions change. Write "!%H" for UTC, or use observation.epochSeconds',
};
/** Places that are named; a file that has more has them all in common. */
const placeLimit = 3;
function sentenceOf({ input, uses }, { spec }) {
    const shown = uses.slice(0, placeLimit).map(({ name, place }) => `${name} ${placeText(name, place, spec)}`.trim());
    const who = shown.length === 0 ? 'It' : shown.join(', ');
    return `${who}${uses.length > placeLimit ? ' and elsewhere' : ''} ${sentences[input]}.`;
}
/** The place that was logged; a call whose frame was gone (`return math.random()`) is looked for in the text. */
function placeText(name, place, spec) {
    if (spec.kind === 'typescript') {
        const found = readMappedCode(spec.code).place(place, `policy:${spec.fileName}`);
        return found === undefined ? '' : `at ${found}`;
    }
    if (/:\d/.test(place))
        return `at ${place.replace(/: *$/, '')}`;
    const written = name.replace(/[({].*$/, '');
    const line = spec.code.split('\n').findIndex((text) => text.includes(written));
    return line < 0 ? '' : `at ${spec.fileName}:${line + 1}`;
}
/** Addresses of tables and functions in a text. */
function addressCause(pair) {
    const texts = reasonsOf(pair);
    if (!texts.every((text) => /\b0x[0-9a-f]+/i.test(text)))
        return undefined;
    return 'The reason holds the address of a table or function, which differs in every run. Name the fields instead.';
}
/** What only the interpreters can explain, by who agrees with whom. */
function interpreterCause({ pair, all }) {
    const failing = [pair.one, pair.other].find(({ fault }) => fault !== undefined);
    if (failing !== undefined) {
        return `${failing.runtime} cannot run it as it stands. Where the policy never goes there, leave it out of --runtimes.`;
    }
    const reasons = reasonsOf(pair);
    const [left, right] = reasons.map((text) => text.replace(/(\d)\.0(?!\d)/g, '$1'));
    if (left === right && reasons[0] !== reasons[1]) {
        return 'A float without a fraction is written 5.0 by Lua 5.3 and later, and 5 by Lua 5.1 and LuaJIT. Write it with string.format("%d", ...) or "%.0f".';
    }
    const agreeing = all.filter((run) => run.runtime !== 'fengari' && run.environment === 'here');
    const isOursAlone = agreeing.length > 1 && agreeing.every((run) => areSame(agreeing[0], run));
    if (isOursAlone && pair.one.runtime === 'fengari') {
        return 'Unknown: all real interpreters agree and fengari, which simulates, does not. Please report it with the policy.';
    }
    return 'Probably numbers: Lua 5.3, 5.4 and fengari have integers of 64 bits beside floats, Lua 5.1 and LuaJIT have floats alone, exact up to 2^53.';
}
function reasonsOf({ one, other }) {
    const at = firstDifferent(one, other);
    if (at === undefined)
        return [];
    return [one, other].map(({ entries }) => entries.at(at.entry)?.decision.reason ?? '');
}
