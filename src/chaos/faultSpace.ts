import { parseDuration } from '../base/duration.js';
import { exitCode } from '../base/exitCode.js';
import { suggestion } from '../base/nearest.js';
import { type Problem, ProblemError } from '../base/problem.js';
import { faultKinds } from '../faults/kinds/index.js';
import { openStream } from '../random/keyedStream.js';
import type { Stream } from '../random/stream.js';
import type { Scenario } from '../scenario/schema.js';
import { type DrawableKind, type DrawnKind, drawnKinds } from './drawnKinds.js';
import type { DrawnFault, Schedule } from './schedule.js';

/** What schedules are drawn from. */
export interface FaultSpace {
  readonly kinds: readonly DrawableKind[];
  /** Faults begin from here ... */
  readonly fromSeconds: number;
  /** ... to here, so that what follows is seen. */
  readonly untilSeconds: number;
  readonly mostFaults: number;
  readonly seed: number;
}

/** More at once are a disaster that teaches nothing, and shrinking tries every part of a schedule. */
export const mostFaults = 4;
/** Of the measured part; the rest shows what a fault leaves behind. */
const beginShare = 0.8;
/** The longest fault, of the measured part. */
const longestShare = 0.25;

/**
 * The space of a scenario: the kinds that `--faults` names, else all that it can meet.
 *
 * @throws ProblemError with exit code 2 for a name that is no kind, and where nothing can be drawn
 */
export function faultSpace(scenario: Scenario, names: readonly string[] | undefined): FaultSpace {
  const { warmup, duration, seed } = scenario;
  const spanSeconds = duration - warmup;
  if (names?.length === 0) throw new ProblemError([noNames], exitCode.wrongUsage);
  const unknown = (names ?? []).flatMap((name) => nameProblem(name) ?? []);
  if (unknown.length > 0) throw new ProblemError(unknown, exitCode.wrongUsage);
  const asked = drawnKinds.filter(({ name }) => names === undefined || names.includes(name));
  const kinds = asked.flatMap((kind) => drawable(kind, scenario, spanSeconds * longestShare) ?? []);
  const idle = asked.filter(({ name }) => names !== undefined && !kinds.some((kind) => kind.name === name));
  if (idle.length > 0) throw new ProblemError(idle.map(idleProblem), exitCode.wrongUsage);
  return {
    kinds,
    fromSeconds: Math.ceil(warmup),
    untilSeconds: Math.max(Math.ceil(warmup), Math.floor(warmup + spanSeconds * beginShare)),
    mostFaults,
    seed,
  };
}

function drawable(kind: DrawnKind, scenario: Scenario, longestSeconds: number): DrawableKind | undefined {
  const services = Object.entries(scenario.services);
  const { name, isLocal, isOncePerService = false, needs, choices } = kind;
  const own = (service: string) =>
    scenario.faults.some((fault) => fault.kind === name && (fault.service ?? services[0][0]) === service);
  const struck = isLocal ? services : services.slice(0, 1);
  const targets = struck
    .filter(([service, settings]) => needs?.fits(settings) !== false && !(isOncePerService && own(service)))
    .map(([service, settings]): DrawableKind['targets'][number] => {
      const isNamed = isLocal && services.length > 1;
      return { service: isNamed ? service : undefined, choices: choices?.(settings) ?? {} };
    });
  if (targets.length === 0) return undefined;
  const sizes = Object.entries(kind.sizes).map(([key, values]) => {
    if (key !== 'for') return [key, values] as const;
    const short = values.filter((value) => (parseDuration(String(value)) ?? 0) <= longestSeconds);
    return [key, short.length > 0 ? short : values.slice(0, 1)] as const;
  });
  return { name, sizes: Object.fromEntries(sizes), isOncePerService, targets };
}

const noNames: Problem = {
  code: 'unknown-fault',
  where: { path: '--faults' },
  what: 'names no kind of fault',
  why: 'Schedules are made of kinds.',
  fix: `choose from ${drawnKinds.map(({ name }) => name).join(', ')}, or leave --faults out for all.`,
};

function nameProblem(name: string): Problem | undefined {
  const known = drawnKinds.map((kind) => String(kind.name));
  if (known.includes(name)) return undefined;
  const isKind = faultKinds.some((kind) => kind.name === name);
  const what = isKind ? `${name} is a fault that chaos does not draw` : `"${name}" is not a kind of fault`;
  const fix = isKind ? `choose from ${known.join(', ')}.` : suggestion(name, known);
  return { code: 'unknown-fault', where: { path: '--faults' }, what, why: 'Schedules are made of kinds.', fix };
}

function idleProblem({ name, needs }: DrawnKind): Problem {
  const what = `the scenario cannot meet a ${name}`;
  const why = needs?.otherwise ?? 'It has no service.';
  return { code: 'idle-fault', where: { path: '--faults' }, what, why, fix: `leave ${name} out of --faults.` };
}

/** Schedule `number` of a space, from 1: one fault to the most, drawn by the scenario's seed and this number alone. */
export function drawSchedule(space: FaultSpace, number: number): Schedule {
  const { kinds, mostFaults: most, seed } = space;
  const stream = openStream({ seed, replication: number, owner: 'chaos', purpose: 'faults' });
  const count = 1 + stream.below(most);
  const schedule: DrawnFault[] = [];
  for (let index = 0; index < count; index++) {
    const fault = drawFault(kinds[stream.below(kinds.length)], space, stream);
    const isSecond = schedule.some(({ kind, service }) => kind === fault.kind && service === fault.service);
    if (!fault.kind.isOncePerService || !isSecond) schedule.push(fault);
  }
  return schedule.sort((a, b) => a.atSeconds - b.atSeconds);
}

function drawFault(kind: DrawableKind, { fromSeconds, untilSeconds }: FaultSpace, stream: Stream): DrawnFault {
  const pick = <Value>(values: readonly Value[]): Value => values[stream.below(values.length)];
  const { service, choices } = pick(kind.targets);
  return {
    kind,
    service,
    atSeconds: fromSeconds + stream.below(untilSeconds - fromSeconds + 1),
    choices: Object.fromEntries(Object.entries(choices).map(([key, values]) => [key, pick(values)])),
    sizes: Object.fromEntries(Object.entries(kind.sizes).map(([key, values]) => [key, stream.below(values.length)])),
  };
}
