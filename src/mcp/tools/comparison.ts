import { z } from 'zod';
import { exitCode } from '../../base/exitCode.js';
import { visibleLine } from '../../base/visible.js';
import { measures } from '../../results/measures/index.js';
import {
  type FailedPolicy,
  hasResults,
  type PolicyResult,
  type ResultDocument,
  type ScenarioResult,
} from '../../results/results.js';
import type { CommandEnd } from '../job/jobRequest.js';
import { type CommandCall, carryOut, scenarioOf } from './carryOut.js';
import { files, maxRequests, maxWallMs, runs, scenario, seed, set } from './inputs.js';
import { omitted, resultId, warnings } from './outputs.js';
import type { Answer, CallContext } from './tool.js';

const interval = z.looseObject({
  mean: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
});

/** What `run` and `compare` answer. */
export const comparisonOutput = z.object({
  verdict: z
    .enum(['passed', 'failed', 'partial', 'policy-failed'])
    .describe(
      'passed: every judged policy keeps the SLO and thresholds (of several policies the first is the reference and not judged). failed: one does not. partial: cut off, decide nothing by it. policy-failed: a policy crashed or hit a limit.',
    ),
  partial: z
    .object({ completed: z.int(), total: z.int() })
    .optional()
    .describe('Runs that were done when the call was cut off.'),
  result: resultId,
  scenario: z.looseObject({ name: z.string(), hash: z.string(), duration_s: z.number(), seed: z.number() }),
  runs: z.int().describe('Replications of each policy.'),
  policies: z.array(
    z.looseObject({
      name: z.string(),
      failure: z.looseObject({ kind: z.string(), message: z.string() }).optional(),
      keeps_limits: z.boolean().optional().describe('Keeps the SLO, where that is a limit, and every threshold.'),
      measures: z
        .record(z.string(), interval)
        .optional()
        .describe('Mean and 95 % interval over the runs; the unit ends the name.'),
    }),
  ),
  comparisons: z
    .array(z.looseObject({ measure: z.string(), a: z.string(), b: z.string(), verdict: z.string() }))
    .optional()
    .describe('b against a, over the same traffic: difference is b - a with its interval; undecided is not equal.'),
  notes: z.array(z.string()).optional(),
  warnings,
  omitted,
});

/** What of it may go where it is long. */
export const comparisonShorten = [
  ...['notes', 'comparisons', 'policies.findings', 'policies.params', 'policies.thresholds', 'policies.measures'],
  'warnings',
];

/** What `run` and `compare` take beside their policies. */
export const comparisonInput = {
  scenario,
  files,
  runs,
  seed,
  set,
  measures: z
    .array(z.string().max(200))
    .max(100)
    .optional()
    .describe('Further measures to answer, by their names in dryscale://docs/measures, such as latency_p95_ms.'),
  maxWallMs,
  maxRequests,
};

/** Carries out one of the two. @param policies its own options */
export async function simulate(
  command: 'run' | 'compare',
  input: z.output<z.ZodObject<typeof comparisonInput>>,
  policies: CommandCall['options'],
  context: CallContext,
): Promise<Answer> {
  const { file, files: texts } = scenarioOf(input.scenario, input.files);
  const options = { ...policies, runs: input.runs, seed: input.seed, set: input.set };
  const end = await carryOut({ ...input, command, operands: [file], options, files: texts }, context);
  return comparisonAnswer(end, input.measures);
}

const standard = measures.filter(({ level }) => level === 'default').map(({ name }) => name);

/** A document in short, with what must not be overlooked first. */
function comparisonAnswer(end: CommandEnd, extraMeasures: readonly string[] = []): Answer {
  const document = end.document as ResultDocument; // safe: what finishDocument hands over
  const [scenario] = document.scenarios;
  const wanted = new Set([...standard, ...extraMeasures]);
  const verdict = verdictOf(document, end.exitCode);
  const { name, hash, duration_s, warmup_s, seed, slo, description } = scenario;
  const structured = {
    verdict,
    ...(document.interrupted === undefined ? {} : { partial: document.interrupted }),
    ...(document.interrupted === undefined ? { result: end.id } : {}),
    scenario: { name, hash, duration_s, warmup_s, seed, slo, ...(description === undefined ? {} : { description }) },
    runs: document.runs ?? 0,
    policies: scenario.policies.map((policy) => policyIn(policy, wanted)),
    comparisons: scenario.comparisons.filter(({ measure }) => wanted.has(measure)),
    notes: [...scenario.notes],
    warnings: [...end.warnings],
    command: document.command,
  };
  const text = [...headlines(document, verdict, end), end.text.trim(), ...end.said].join('\n');
  const kept = document.interrupted === undefined ? { kept: { id: end.id, document, hasPage: true } } : {};
  return { text, structured, ...kept };
}

function verdictOf({ interrupted }: ResultDocument, code: number) {
  if (interrupted !== undefined) return 'partial';
  if (code === exitCode.success) return 'passed';
  return code === exitCode.thresholdsCrossed ? 'failed' : 'policy-failed';
}

function policyIn(policy: PolicyResult | FailedPolicy, wanted: ReadonlySet<string>) {
  if (!hasResults(policy)) {
    const { kind, message } = policy.failure;
    return { name: policy.name, failure: { kind, message } };
  }
  const { name, source, params, slo, thresholds, findings } = policy;
  return {
    name,
    source,
    params,
    keeps_limits: keeps(policy),
    ...(slo === undefined ? {} : { slo }),
    thresholds,
    measures: Object.fromEntries(Object.entries(policy.measures).filter(([measure]) => wanted.has(measure))),
    findings,
  };
}

function keeps({ slo, thresholds }: PolicyResult): boolean {
  return !(slo?.gate === true && !slo.met) && thresholds.every(({ ok }) => ok);
}

/** What a reader who reads one line must read. */
function headlines(document: ResultDocument, verdict: string, { warnings: found }: CommandEnd): string[] {
  const { interrupted } = document;
  const lines: string[] = [];
  if (interrupted !== undefined) {
    lines.push(
      `PARTIAL: cut off after ${interrupted.completed} of ${interrupted.total} runs. Decide nothing by it; raise maxWallMs or ask for fewer runs.`,
    );
  }
  for (const scenario of document.scenarios) lines.push(...brokenIn(scenario));
  if (verdict === 'failed') lines.unshift('FAILED: a judged policy misses its SLO or thresholds.');
  for (const { what, code, where } of found.slice(0, 10)) {
    lines.push(`warning: ${where.path === undefined ? '' : `${where.path}: `}${what} [${code}]`);
  }
  if (found.length > 10) lines.push(`${found.length - 10} more warnings: see warnings.`);
  return lines.length === 0 ? [] : [...lines.map(visibleLine), ''];
}

function brokenIn({ policies }: ScenarioResult): string[] {
  return policies.flatMap((policy) => {
    if (!hasResults(policy)) return [`FAILED POLICY ${policy.name}: ${policy.failure.kind}: ${policy.failure.message}`];
    const missed = policy.thresholds.filter(({ ok }) => !ok).map(({ metric, expression }) => `${metric} ${expression}`);
    if (policy.slo?.gate === true && !policy.slo.met) missed.unshift('the SLO');
    return missed.length === 0 ? [] : [`MISSED by ${policy.name}: ${missed.join('; ')}`];
  });
}
