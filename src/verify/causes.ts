import { readMappedCode } from '../policy/typescript/errorPlace.js';
import { contextCause, contextRun } from './contexts.js';
import { environments, variablesOf } from './environments.js';
import { areSame, firstDifferent, type RunLog, runsOf } from './runLog.js';
import type { FileSpec, NamedRuntime, RunPair, Subject } from './subject.js';
import { type HiddenInput, type HiddenUse, hiddenInputs, pinned, type Twist, usesOf } from './twists/twist.js';

interface CauseRequest {
  readonly subject: Subject;
  readonly runtimes: readonly NamedRuntime[];
  readonly pair: RunPair;
  /** Every run that was judged. */
  readonly all: readonly RunLog[];
}

/**
 * What a difference comes from, as sentences.
 *
 * It is found by trying, not by reading: the policy is played again with all hidden inputs pinned, and then with one of them
 * moved. An input whose move alone changes the decisions is a cause.
 */
export async function causesOf(request: CauseRequest): Promise<string[]> {
  const { one, other } = request.pair;
  const address = addressCause(request.pair);
  if (address !== undefined) return [address];
  if (other.environment === 'second run') return [moduleState];
  const { contexts } = request.subject;
  const context = contexts.find((one) => contextRun(one) === other.environment);
  if (context !== undefined) return [contextCause(contexts[0], context)];
  const inputs = one.runtime === other.runtime ? await movedInputs(request) : await unpinnedInputs(request);
  const causes = inputs.map((found) => sentenceOf(found, request.subject));
  if (causes.length > 0) return causes;
  return [one.runtime === other.runtime ? unknown : interpreterCause(request)];
}

const moduleState =
  'What the first run left behind: the file keeps something between decisions in a local of its own or a global. Keep it in context.state, which is one per service and run.';
const unknown =
  'None of the inputs that are tried (clock, time zone, environment, random numbers, order of keys) does it alone: it reads something else of the machine, or several together.';

interface FoundInput {
  readonly input: HiddenInput | 'zone';
  readonly uses: readonly HiddenUse[];
}

/** Inputs whose move alone changes what the runtime of the pair decides. */
async function movedInputs(request: CauseRequest): Promise<FoundInput[]> {
  const runtime = runtimeOf(request, request.pair.one.runtime);
  const base = await playTwisted(request.subject, runtime, pinned, false);
  const found: FoundInput[] = [];
  for (const input of hiddenInputs) {
    // Moved and pinned may do the same by chance, as the middle of three keys does; as it is by itself is a third way.
    for (const mode of ['moved', 'natural'] as const) {
      const other = await playTwisted(request.subject, runtime, { ...pinned, [input]: mode }, false);
      if (areSame(base, other)) continue;
      found.push({ input, uses: usesIn(base, input) });
      break;
    }
  }
  const elsewhere = await playTwisted(request.subject, runtime, pinned, true);
  if (!areSame(base, elsewhere)) found.push({ input: 'zone', uses: usesIn(elsewhere, 'clock') });
  return found;
}

/** Inputs that two runtimes show differently by themselves: with all of them pinned the two agree. */
async function unpinnedInputs(request: CauseRequest): Promise<FoundInput[]> {
  const [one, other] = [request.pair.one, request.pair.other].map(({ runtime }) => runtimeOf(request, runtime));
  const both = async (twist: Twist) => [
    await playTwisted(request.subject, one, twist, false),
    await playTwisted(request.subject, other, twist, false),
  ];
  const [onePinned, otherPinned] = await both(pinned);
  if (!areSame(onePinned, otherPinned)) return [];
  const found: FoundInput[] = [];
  for (const input of hiddenInputs) {
    const [left, right] = await both({ ...pinned, [input]: 'natural' });
    if (!areSame(left, right)) found.push({ input, uses: usesIn(onePinned, input) });
  }
  return found;
}

function runtimeOf({ runtimes }: CauseRequest, name: string): NamedRuntime {
  // safe: a run is of one of the runtimes that were asked.
  return runtimes.find((one) => one.name === name) as NamedRuntime;
}

async function playTwisted(
  { spec, sequence }: Subject,
  { name, found }: NamedRuntime,
  twist: Twist,
  isElsewhere: boolean,
): Promise<RunLog> {
  const environment = { ...environments[0], twist, variables: variablesOf(isElsewhere) };
  const log = await found.play({ spec, sequence, environment });
  return runsOf(log, { runtime: name, version: found.version, environment: 'twisted' })[0];
}

function usesIn({ play }: RunLog, input: HiddenInput): HiddenUse[] {
  return usesOf(play.lines).filter((use) => use.input === input);
}

const sentences: Readonly<Record<HiddenInput | 'zone', string>> = {
  clock:
    'reads a clock, which is not in the observation: with the clock moved alone the decisions change. Take the time from observation.time or observation.epochSeconds',
  environment:
    'reads a variable of the environment: with it set alone the decisions change. Make it a parameter of the policy',
  random:
    'draws lots: with other numbers alone the decisions change. Decide without chance, or draw from observation.time',
  order:
    'walks a table in the order of its keys, which no version of Lua promises: in another order alone the decisions change. Sort the keys, or keep a list',
  zone: 'reads the time zone of the machine: with it moved alone the decisions change. Write "!%H" for UTC, or use observation.epochSeconds',
};

/** Places that are named; a file that has more has them all in common. */
const placeLimit = 3;

function sentenceOf({ input, uses }: FoundInput, { spec }: Subject): string {
  const shown = uses.slice(0, placeLimit).map(({ name, place }) => `${name} ${placeText(name, place, spec)}`.trim());
  const who = shown.length === 0 ? 'It' : shown.join(', ');
  return `${who}${uses.length > placeLimit ? ' and elsewhere' : ''} ${sentences[input]}.`;
}

/** The place that was logged; a call whose frame was gone (`return math.random()`) is looked for in the text. */
function placeText(name: string, place: string, spec: FileSpec): string {
  if (spec.kind === 'typescript') {
    const found = readMappedCode(spec.code).place(place, `policy:${spec.fileName}`);
    return found === undefined ? '' : `at ${found}`;
  }
  if (/:\d/.test(place)) return `at ${place.replace(/: *$/, '')}`;
  const written = name.replace(/[({].*$/, '');
  const line = spec.code.split('\n').findIndex((text) => text.includes(written));
  return line < 0 ? '' : `at ${spec.fileName}:${line + 1}`;
}

/** Addresses of tables and functions in a text. */
function addressCause(pair: RunPair): string | undefined {
  const texts = reasonsOf(pair);
  if (!texts.every((text) => /\b0x[0-9a-f]+/i.test(text))) return undefined;
  return 'The reason holds the address of a table or function, which differs in every run. Name the fields instead.';
}

/** What only the interpreters can explain, by who agrees with whom. */
function interpreterCause({ pair, all }: CauseRequest): string {
  const failing = [pair.one, pair.other].find(({ fault }) => fault !== undefined);
  if (failing !== undefined) {
    return `${failing.runtime} cannot run it as it stands. Where the policy never goes there, leave it out of --runtimes.`;
  }
  const reasons = reasonsOf(pair);
  const [left, right] = reasons.map((text) => text.replace(/(\d)\.0(?!\d)/g, '$1'));
  if (left === right && reasons[0] !== reasons[1]) {
    return 'A float without a fraction is written 5.0 by Lua 5.3 and later, and 5 by Lua 5.1 and LuaJIT. Write it with string.format("%d", ...) or "%.0f".';
  }
  if (isLuajitAlone(all) && areRounded(reasons)) {
    return 'LuaJIT writes 2.5 as 3 with "%.0f", the others as 2: halves go to the even number in C. Round it first: string.format("%d", math.floor(x + 0.5)).';
  }
  const agreeing = all.filter((run) => run.runtime !== 'fengari' && run.environment === 'here');
  const isOursAlone = agreeing.length > 1 && agreeing.every((run) => areSame(agreeing[0], run));
  if (isOursAlone && pair.one.runtime === 'fengari') {
    return 'Unknown: all real interpreters agree and fengari, which simulates, does not. Please report it with the policy.';
  }
  return 'Probably numbers: Lua 5.3, 5.4 and fengari have integers of 64 bits beside floats, Lua 5.1 and LuaJIT have floats alone, exact up to 2^53.';
}

/** Whether the other interpreters agree, one with numbers like LuaJIT's among them. */
function isLuajitAlone(all: CauseRequest['all']): boolean {
  const others = all.filter(({ runtime, environment }) => environment === 'here' && runtime !== 'luajit');
  const hasAlike = others.some(({ runtime }) => runtime === 'lua5.1');
  return hasAlike && others.every((run) => areSame(others[0], run));
}

/** Whether two texts are the same but for the last digit of numbers. */
function areRounded([left, right]: readonly string[]): boolean {
  const number = /\d+(?:\.\d+)?/g;
  if (left === right || left.replace(number, '#') !== right.replace(number, '#')) return false;
  const others = right.match(number) ?? [];
  return (left.match(number) ?? []).every((text, index) => {
    const digit = 10 ** -(text.split('.')[1]?.length ?? 0);
    return Math.abs(Number(text) - Number(others[index])) <= digit * 1.001;
  });
}

function reasonsOf({ one, other }: RunPair): string[] {
  const at = firstDifferent(one, other);
  if (at === undefined) return [];
  return [one, other].map(({ entries }) => entries.at(at.entry)?.decision.reason ?? '');
}
