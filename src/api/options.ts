import { z } from 'zod';
import { exitCode } from '../base/exitCode.js';
import { issueWords } from '../base/issueWords.js';
import { suggestion } from '../base/nearest.js';
import { type Problem, ProblemError } from '../base/problem.js';
import { sizeSchema } from '../base/quantity.js';
import { type Allowance, standardAllowance } from '../engine/limits/allowance.js';
import { sizeText } from '../engine/limits/amounts.js';
import { defaultWorkerCount } from '../run/workerCount.js';
import type { ManifestSource } from '../scenario/workloadSets.js';
import { isManifestText } from './inlineManifest.js';

const shape = {
  runs: z.int().min(1).max(10_000).default(10).meta({ description: 'Replications of every policy' }),
  seed: z.int().min(0).optional().meta({ description: "Replaces the scenario's seed" }),
  workers: z.int().min(1).max(64).optional().meta({ description: 'Threads; the cores when left out' }),
  environment: z.string().optional().meta({ description: 'observation.context.environment' }),
  metric: z
    .record(z.string().min(1), z.string().min(1))
    .default({})
    .meta({ description: "A manifest's names of metrics, and the scenario's, as --metric" }),
  manifest: z
    .union([z.string().min(1), z.array(z.string().min(1))])
    .default([])
    .meta({ description: 'Deployed workloads whose requests and limits count, as --manifest: files, or their text' }),
  set: z
    .union([z.array(z.string().min(1)), z.record(z.string().min(1), z.json())])
    .default([])
    .meta({ description: 'Changes values of the scenario, as --set: { "services.web.scaling.max": 20 }' }),
  allowEmpty: z.boolean().default(false).meta({ description: 'Thresholds without data pass' }),
  limits: z
    .strictObject({
      requests: z.int().min(1).default(standardAllowance.requestCount),
      events: z.int().min(1).default(standardAllowance.eventCount),
      memory: sizeSchema().prefault(sizeText(standardAllowance.memoryBytes)),
    })
    .prefault({})
    .meta({ description: 'How much a run may take, as --max-requests, --max-events and --max-memory' }),
  folder: z.string().default('').meta({
    description: 'What the paths inside a scenario object are relative to; the working folder when left out',
  }),
  onWarning: z
    .custom<(warning: Problem) => void>((value) => typeof value === 'function')
    .optional()
    .meta({ description: 'Gets what should be known and need not be mended; printed by Node when left out' }),
};

const simulateSchema = z.strictObject(shape);

const compareSchema = z.strictObject({
  ...shape,
  reference: z.string().optional().meta({ description: 'Name of the policy the others are compared with; the first' }),
});

/** Options of `simulate`. */
export type SimulateOptions = z.input<typeof simulateSchema>;

/** Options of `compare`. */
export type CompareOptions = z.input<typeof compareSchema>;

/** Options of either, checked, with every default. */
export interface CheckedOptions {
  readonly runs: number;
  readonly seed: number | undefined;
  readonly workers: number;
  readonly environment: string | undefined;
  /** A manifest's names of metrics, and the scenario's. */
  readonly metricNames: Readonly<Record<string, string>>;
  /** Of deployed workloads. */
  readonly manifests: readonly ManifestSource[];
  /** key.path=value each */
  readonly set: readonly string[];
  readonly allowEmpty: boolean;
  /** How much a run may take. */
  readonly allowance: Allowance;
  readonly folder: string;
  readonly reference: string | undefined;
  warn(warning: Problem): void;
}

/** Checks the options of `simulate`. @throws ProblemError with exit code 2 */
export function readSimulateOptions(options: SimulateOptions): CheckedOptions {
  return checked({ ...parse(simulateSchema, options), reference: undefined });
}

/** Checks the options of `compare`. @throws ProblemError with exit code 2 */
export function readCompareOptions(options: CompareOptions): CheckedOptions {
  return checked(parse(compareSchema, options));
}

function checked(options: z.output<typeof compareSchema>): CheckedOptions {
  const { metric, manifest, set, onWarning, workers, limits, ...plain } = options;
  return {
    ...{ seed: undefined, environment: undefined, reference: undefined },
    ...plain,
    metricNames: metric,
    allowance: {
      ...standardAllowance,
      requestCount: limits.requests,
      eventCount: limits.events,
      memoryBytes: limits.memory,
    },
    manifests: [manifest].flat().map((one) => (isManifestText(one) ? { file: 'options.manifest', text: one } : one)),
    // What is JSON is YAML too.
    set: Array.isArray(set) ? set : Object.entries(set).map(([path, value]) => `${path}=${JSON.stringify(value)}`),
    workers: workers ?? defaultWorkerCount(),
    warn: onWarning ?? printWarning,
  };
}

/** Node's own way: on stderr, and silenced as its other warnings are. */
function printWarning({ code, where, what, why, fix }: Problem): void {
  const place = [where.file, where.path].filter((part) => part !== undefined).join(' ');
  process.emitWarning(`${place} ${what} ${why} Fix: ${fix}`.trim(), { type: 'DryscaleWarning', code });
}

function parse<Schema extends z.ZodObject>(schema: Schema, options: unknown): z.output<Schema> {
  const parsed = schema.safeParse(options);
  if (parsed.success) return parsed.data;
  const known = Object.keys(schema.shape);
  const problems = parsed.error.issues.flatMap((issue): Problem[] => {
    if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownOption(key, known));
    const path = ['options', ...issue.path].map(String).join('.');
    const why = 'The option cannot be used like this.';
    return [
      {
        code: 'bad-option',
        where: { path },
        what: issueWords(issue),
        why,
        fix: `see docs/api.md; known: ${known.join(', ')}.`,
      },
    ];
  });
  throw new ProblemError(problems, exitCode.wrongUsage);
}

function unknownOption(key: string, known: readonly string[]): Problem {
  const why = 'An unknown option would be ignored silently.';
  return {
    code: 'unknown-option',
    where: { path: `options.${key}` },
    what: `"${key}" is not an option`,
    why,
    fix: suggestion(key, known),
  };
}
