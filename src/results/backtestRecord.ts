import { z } from 'zod';
import { canonicalHash } from '../base/canonicalJson.js';

/** What stays of a backtest beside its scenario: what was tested, and how it went. */
const recordSchema = z.object({
  format: z.literal('dryscale-backtested/1'),
  /** UTC day that was recorded; null where the recording has no dates. */
  day: z.iso.date().nullable(),
  policy: z.string(),
  policyHash: z.string(),
  /** Hashes of the parts of the scenario that decide what a cluster does, by their key. */
  parts: z.record(z.string(), z.string()),
  /** Mean distance from the recorded replicas, pods. */
  replicasError: z.number().min(0),
  believable: z.boolean(),
});
export type BacktestRecord = z.output<typeof recordSchema>;

/**
 * Keys of a scenario that may be others than on the recorded day: traffic, faults and goals, for what-ifs are what the model is for.
 * Every other one decides what a cluster does, those to come as well.
 */
const freeKeys: readonly string[] = [
  ...['name', 'description', 'duration', 'warmup', 'start', 'occurs', 'seed', 'policies', 'policyEnv'],
  ...['traffic', 'faults', 'slo', 'assumptions', 'thresholds'],
];

/** Their code chooses for routes of the scenario. */
type Routers = Readonly<Record<string, { readonly code: string }>>;

interface Tested {
  readonly services: Readonly<Record<string, { readonly scaling: unknown }>>;
}

/** Hashes of what is tested, by key. Bounds are left out: a manifest gives them, and has a hash of its own. */
export function testedParts(scenario: Tested, routers?: Routers): Record<string, string> {
  const services = Object.entries(scenario.services).map(([name, { scaling: _scaling, ...rest }]) => [name, rest]);
  const parts = Object.entries({ ...scenario, services: Object.fromEntries(services) });
  const tested = parts.filter(([key, value]) => value !== undefined && !freeKeys.includes(key));
  const code = Object.entries(routers ?? {}).map(([route, one]) => [route, one.code]);
  const ofCode = code.length === 0 ? [] : [['routers', code] as const];
  return Object.fromEntries([...tested, ...ofCode].map(([key, value]) => [key, canonicalHash(value)]));
}

/** Reads a record; undefined for a text that is none. */
export function parseRecord(text: string): BacktestRecord | undefined {
  try {
    return recordSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/**
 * The badge of later reports: `backtested on 2026-11-20: replicas within 0.8`.
 *
 * The number is only said of what was tested; of a scenario or policy that is another by now what changed is said instead.
 */
export function badgeText(
  { day, policy, policyHash, parts, replicasError, believable }: BacktestRecord,
  scenario: Tested,
  candidates: readonly { readonly name: string; readonly hash: string }[],
  routers?: Routers,
): string {
  const when = `backtested on ${day ?? 'a recorded run'}`;
  const now = testedParts(scenario, routers);
  const changed = Object.keys({ ...parts, ...now }).filter((key) => now[key] !== parts[key]);
  if (changed.length > 0) return `${when}, but changed since: ${changed.join(', ')}`;
  if (!candidates.some(({ hash }) => hash === policyHash)) {
    const isNamed = candidates.some(({ name }) => name === policy);
    return isNamed
      ? `${when}, but ${policy} has changed since`
      : `${when} with ${policy}, which is not among these policies`;
  }
  const within = `replicas within ${Number((Math.ceil(replicasError * 10 - 1e-9) / 10).toFixed(1))}`;
  return `${when}: ${within}${believable ? '' : ', and not believable in every measure'}`;
}
