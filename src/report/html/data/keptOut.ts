import type { Timeline } from '../../../results/results.js';
import { counted, formatDuration } from '../../format.js';
import type { KeptOutLane, KeptOutSpan, TimelineData, TimelineRow } from '../charts/timelineData.js';

type Spell = NonNullable<Timeline['kept_out']>[number];

/** Which spells stand in which line of the picture, and what one is called. */
const lanes: readonly {
  readonly kind: KeptOutLane['kind'];
  isOf(spell: Spell): boolean;
  textOf(spells: readonly Spell[]): string;
}[] = [
  {
    kind: 'breaker',
    isOf: ({ state, instance }) => isBreaker(state) && instance === undefined,
    textOf: () => 'breaker open',
  },
  {
    kind: 'instanceBreakers',
    isOf: ({ state, instance }) => isBreaker(state) && instance !== undefined,
    textOf: (spells) => `${instancesOf(spells).size === 1 ? 'breaker' : 'breakers'} of ${whoseText(spells)} open`,
  },
  { kind: 'ejected', isOf: ({ state }) => state === 'ejected', textOf: (spells) => `${whoseText(spells)} ejected` },
  { kind: 'cooling', isOf: ({ state }) => state === 'cooling', textOf: () => 'passed over by its route' },
  { kind: 'rolledBack', isOf: ({ state }) => state === 'rolled-back', textOf: () => 'rolled back' },
];

function isBreaker(state: Spell['state']): boolean {
  return state === 'open' || state === 'half-open';
}

function whoseText(spells: readonly Spell[]): string {
  const instances = instancesOf(spells);
  return instances.size === 1 ? `instance ${[...instances].join()}` : counted(instances.size, 'instance');
}

function instancesOf(spells: readonly Spell[]): Set<number | undefined> {
  return new Set(spells.map(({ instance }) => instance));
}

/** Lines that any of the policies has, so that the rows of all are alike; left out without one. */
export function keptOutKindsOf(timelines: readonly Timeline[]): Pick<TimelineData, 'keptOutKinds'> {
  const spells = timelines.flatMap(({ kept_out }) => kept_out ?? []);
  const kinds = lanes.filter(({ isOf }) => spells.some(isOf)).map(({ kind }) => kind);
  return kinds.length === 0 ? {} : { keptOutKinds: kinds };
}

/** What was kept out, line by line. @param leastSeconds spells closer than this are one */
export function keptOutOf({ kept_out }: Timeline, leastSeconds: number): Pick<TimelineRow, 'keptOut'> {
  if (kept_out === undefined) return {};
  const found = lanes.map(({ kind, isOf, textOf }): KeptOutLane => {
    const groups = together(kept_out.filter(isOf), leastSeconds);
    return { kind, spans: groups.map((group) => spanOf(group, textOf(group))) };
  });
  return { keptOut: found.filter(({ spans }) => spans.length > 0) };
}

/** Spells that overlap, or nearly touch, in one group. */
function together(spells: readonly Spell[], leastSeconds: number): Spell[][] {
  const groups: Spell[][] = [];
  let untilSeconds = Number.NEGATIVE_INFINITY;
  for (const spell of [...spells].sort((a, b) => a.from_s - b.from_s)) {
    if (spell.from_s > untilSeconds + leastSeconds) groups.push([]);
    groups.at(-1)?.push(spell);
    untilSeconds = Math.max(untilSeconds, spell.until_s);
  }
  return groups;
}

function spanOf(spells: readonly Spell[], what: string): KeptOutSpan {
  const fromSeconds = Math.min(...spells.map(({ from_s }) => from_s));
  const untilSeconds = Math.max(...spells.map(({ until_s }) => until_s));
  return {
    fromSeconds: milliseconds(fromSeconds),
    untilSeconds: milliseconds(untilSeconds),
    label: `${what}, ${formatDuration(untilSeconds - fromSeconds)}`,
    parts: partsOf(spells),
  };
}

/** How many are out, and how many half-open, from one change to the next. */
function partsOf(spells: readonly Spell[]): KeptOutSpan['parts'] {
  const changes = spells
    .flatMap(({ state, from_s, until_s }) => {
      const [out, half] = state === 'half-open' ? [0, 1] : [1, 0];
      return [
        { at: from_s, out, half },
        { at: until_s, out: -out, half: -half },
      ];
    })
    .sort((a, b) => a.at - b.at);
  const parts: [number, number, number, number][] = [];
  let [out, half] = [0, 0];
  for (const [index, change] of changes.entries()) {
    out += change.out;
    half += change.half;
    const [from, until] = [milliseconds(change.at), milliseconds(changes[index + 1]?.at ?? change.at)];
    if (until > from && out + half > 0) parts.push([from, until, out, half]);
  }
  return parts;
}

function milliseconds(seconds: number): number {
  return Number(seconds.toFixed(3));
}
