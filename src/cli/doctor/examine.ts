import { ProblemError } from '../../base/problem.js';
import { shellCommand } from '../../base/shellCommand.js';
import type { Touched } from '../../engine/touches.js';
import { type LuaUses, scanLua } from '../../policy/lua/scan/scanLua.js';
import { PolicyFault } from '../../policy/policy.js';
import type { Candidate, PolicySpec, SinglePolicySpec } from '../../policy/policySpec.js';
import type { CellPool } from '../../run/cellPool.js';
import type { CellOutcome } from '../../run/cellTask.js';
import { WorkerBugError } from '../../run/compare.js';
import { readRouters } from '../../scenario/readRouters.js';
import type { Scenario } from '../../scenario/schema.js';
import type { Examination, Use } from './examination.js';
import { usesOfLua } from './usesOfLua.js';
import { usesOfTypeScript } from './usesOfTypeScript.js';

/** What a policy is tried on. */
export interface Trial {
  readonly scenario: Scenario;
  readonly folder: string;
  /** In words, for the report. */
  readonly text: string;
}

interface Examined {
  readonly candidate: Candidate;
  readonly serviceName: string;
  readonly spec: SinglePolicySpec;
}

/** Reads one policy's text, and tries it in one short run. */
export async function examine(examined: Examined, trial: Trial, pool: CellPool): Promise<Examination> {
  const { candidate, spec } = examined;
  const common = {
    source: 'fileName' in spec ? spec.fileName : candidate.name,
    period_s: null,
    uses: [],
    findings: [],
  };
  if (spec.kind === 'manifest') {
    const style = `a manifest: its platform decides. To see what it does: ${shellCommand(['dryscale', 'explain', spec.path])}`;
    return { ...common, kind: 'manifest', style };
  }
  if (!('code' in spec)) return { ...common, kind: 'name', style: 'built in: it reads nothing that could be missing' };
  const { kind } = spec;
  const scan = kind === 'lua' ? scanLua(spec.code) : undefined;
  const { uses, fault: unparsed } = textUses(spec, scan, trial);
  if (unparsed !== undefined) return { ...common, kind, style: styleText(kind, scan), fault: unparsed };
  const outcome = await tryOut(examined, trial, pool);
  const touched = outcome.type === 'done' || outcome.type === 'failed' ? outcome.touched : undefined;
  const fault = outcome.type === 'failed' ? outcome.failure.message : undefined;
  return {
    ...common,
    kind,
    style: styleText(kind, scan, touched),
    period_s: touched === undefined ? null : periodOf(touched, trial.scenario.cloud.api.latency),
    uses: merged([...uses, ...metUses(touched, fault), ...urlUses(scan, touched)]),
    ...runOf(outcome, trial),
    findings: findingsOf(outcome, scan),
    ...(fault === undefined ? {} : { fault }),
  };
}

type FileSpec = Extract<PolicySpec, { readonly kind: 'lua' | 'typescript' }>;

function textUses(spec: FileSpec, scan: LuaUses | undefined, trial: Trial): { uses: Use[]; fault?: string } {
  if (spec.loadFault !== undefined) return { uses: [], fault: spec.loadFault };
  if (scan === undefined) return { uses: usesOfTypeScript(spec.code) };
  try {
    return { uses: usesOfLua(spec, scan, trial.scenario.policyEnv) };
  } catch (thrown) {
    if (thrown instanceof PolicyFault) return { uses: [], fault: thrown.message };
    throw thrown;
  }
}

async function tryOut({ candidate, serviceName, spec }: Examined, trial: Trial, pool: CellPool): Promise<CellOutcome> {
  const { scenario, folder } = trial;
  const label = { scenario: scenario.name, policy: candidate.name, source: candidate.source, seed: 1, replication: 0 };
  const task = {
    scenario,
    scenarioFolder: folder,
    routers: await readRouters(scenario, folder),
    bindings: { [Object.hasOwn(scenario.services, serviceName) ? serviceName : '*']: spec },
    replication: 0,
    detail: false,
    environment: undefined,
    eventsPath: undefined,
    isExamined: true,
  };
  const { outcome } = pool.run(task, label, new AbortController().signal);
  const ended = await outcome;
  if (ended.type === 'problems') throw new ProblemError(ended.problems);
  if (ended.type === 'bug') throw new WorkerBugError(ended.message, ended.stack);
  return ended;
}

function runOf(outcome: CellOutcome, { text }: Trial): Pick<Examination, 'run'> {
  if (outcome.type !== 'done') return {};
  const { measures } = outcome.result;
  const actions = (measures.scale_ups ?? 0) + (measures.scale_downs ?? 0);
  return { run: { scenario: text, calls: outcome.touched?.wakeCount ?? 0, actions } };
}

function findingsOf(outcome: CellOutcome, scan: LuaUses | undefined): string[] {
  const unread = scan?.unreadFromLine;
  return [
    ...(outcome.type === 'done' ? outcome.result.findings : []),
    ...(unread === undefined
      ? []
      : [`from line ${unread} on the text could not be read: the table lacks what follows`]),
  ];
}

/** Shorter waits, such as that of `sleep 0`, say nothing of the period. */
const shortestPeriodSeconds = 0.1;

/** Between two calls that begin something: one as late as the API after another ends the wait for an answer. */
function periodOf({ wakeSeconds }: Touched, apiLatencySeconds: number): number | null {
  const begins = wakeSeconds.filter((seconds, index) => {
    const step = index === 0 ? Number.POSITIVE_INFINITY : seconds - wakeSeconds[index - 1];
    return step >= shortestPeriodSeconds && Math.abs(step - apiLatencySeconds) > 1e-3;
  });
  const steps = begins
    .slice(1)
    .map((seconds, index) => seconds - begins[index])
    .sort((a, b) => a - b);
  const middle = steps[Math.floor((steps.length - 1) / 2)];
  return middle === undefined ? null : Number(middle.toPrecision(4));
}

/** What was met in the run: metrics, parameters and requests. */
function metUses(touched: Touched | undefined, fault: string | undefined): Use[] {
  if (touched === undefined) return [];
  const { metrics, params, requests } = touched;
  const byName = metrics.filter((name) => name !== 'metrics');
  const all = byName.length === 0 && metrics.length > 0 ? ['all metrics at once'] : byName;
  return [
    ...all.map((name): Use => ({ kind: 'metric', name, status: 'read', lines: [] })),
    ...Object.entries(params).map(
      ([name, value]): Use => ({ kind: 'parameter', name, status: 'given', lines: [], note: String(value) }),
    ),
    ...requests.map(({ request, count }): Use => {
      const isRefused = fault?.includes(request.split(' ')[1]) === true;
      if (isRefused) return { kind: 'url', name: request, status: 'refused', lines: [], note: 'see below' };
      return {
        kind: 'url',
        name: request,
        status: 'answered',
        lines: [],
        note: count === 1 ? 'once' : `${count} times`,
      };
    }),
  ];
}

/** Addresses that only the text names: no route was asked for, so nobody knows whether there is one. */
function urlUses(scan: LuaUses | undefined, touched: Touched | undefined): Use[] {
  const asked = touched?.requests.map(({ request }) => request.split(' ')[1]) ?? [];
  return (scan?.urls ?? [])
    .filter(({ name }) => !asked.some((url) => url.startsWith(name.replace(/[?#].*$/s, ''))))
    .map(({ name, lines }) => ({
      kind: 'url',
      name,
      status: 'named',
      lines: [...lines],
      note: 'not asked for in the short run',
    }));
}

/** One use a name. */
function merged(uses: readonly Use[]): Use[] {
  const byKey = new Map<string, Use>();
  for (const use of uses) {
    const key = `${use.kind} ${use.name} ${use.status}`;
    const known = byKey.get(key);
    byKey.set(key, known === undefined ? use : { ...known, lines: [...new Set([...known.lines, ...use.lines])] });
  }
  return [...byKey.values()];
}

/** By which a script comes to run again, the most telling first. */
const entries: readonly { readonly pattern: RegExp; readonly words: string }[] = [
  { pattern: /^ngx\.timer\./, words: 'starts timers' },
  { pattern: /\.register_(task|timer)$/, words: 'registers tasks' },
  { pattern: /(^|\.)(sleep|msleep)$|^os\.execute$/, words: 'loops and waits' },
];

/** What a policy is written as and what enters it: `a script that starts timers (ngx.timer.every)`. */
function styleText(kind: 'lua' | 'typescript', scan: LuaUses | undefined, touched?: Touched): string {
  const language = kind === 'lua' ? 'Lua' : 'TypeScript';
  if (touched === undefined || touched.wakeCount === 0) return language;
  if (!touched.isScript) return `${language}, asked (decide)`;
  for (const { pattern, words } of entries) {
    const found = scan?.paths.find(({ name }) => pattern.test(name));
    if (found !== undefined) return `${language}, a script that ${words} (${found.name})`;
  }
  return `${language}, a script`;
}
