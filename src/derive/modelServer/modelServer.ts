import { ProblemError } from '../../base/problem.js';
import { calibrate } from '../../calibrate/calibrate.js';
import { loadLabel, type MeasuredLoad, type ServerFacts } from '../../calibrate/measuredLoad.js';
import { stanzaName } from '../../calibrate/modelStanza.js';
import type { TokenLengths } from '../../calibrate/tokenLengths.js';
import { BLOCK_TOKENS } from '../../fleet/modelServer/settings.js';
import type { StepTimes } from '../../fleet/modelServer/stepTime.js';
import { architectures } from '../../fleet/models/architectures.js';
import { type Datasheet, numbersOf } from '../../fleet/models/datasheet.js';
import { defaultSequences, defaultTokenBudget } from '../../fleet/models/modelServerOf.js';
import { presets } from '../../fleet/models/presets.js';
import type { Evidence } from '../../imports/evidence/evidence.js';
import type { ModelServerEvidence } from '../../imports/evidence/modelServer/modelServerEvidence.js';
import type { Derived } from '../derived.js';
import { percent } from '../phrases.js';
import { askedSheet, nearestModel } from './askedSheet.js';

/** Lengths of prompts or of answers, as a scenario has them. */
export interface Lengths extends Pick<Derived, 'basis' | 'from'> {
  readonly mean: number;
  /** 0: all alike. */
  readonly cv: number;
}

/** A service whose instances are servers of one model. */
export interface ModelServer {
  /** In `models` of the scenario, and what stands there. */
  readonly name: string;
  readonly model: Readonly<Record<string, unknown>>;
  readonly known: Pick<Derived, 'basis' | 'from'>;
  /** Of one replica. */
  readonly gpuCount: number;
  readonly promptTokens: Lengths;
  readonly outputTokens: Lengths;
  /** Of an answer of mean length on an idle server, seconds. */
  readonly answerSeconds: number;
  /** Which figure of the model is whose, for the reader. */
  readonly notes: readonly string[];
  /** Requests a second that it answered at most in a benchmark, and the file that says so; undefined without one. */
  readonly measuredRate: { readonly ratePerSecond: number; readonly file: string } | undefined;
}

/**
 * What benchmarks and /metrics tell of a model server: its numbers fitted to two loads that it kept up with, else those of the
 * data sheets; the lengths that it served.
 *
 * @param asked MODEL@GPU of `--set model=`
 * @returns undefined where no file is of a model server @throws ProblemError where nobody says which GPUs, or how long requests are
 */
export function modelServerOf(evidence: readonly Evidence[], asked: string | undefined): ModelServer | undefined {
  const files = evidence.filter((one) => one.kind === 'model-server');
  if (files.length === 0) return undefined;
  const facts = Object.assign({}, ...files.map((one) => one.facts)) as ServerFacts; // safe: of facts, the last file's win
  const sheet = askedSheet(asked, facts.modelId, files[0].file);
  const model = asked ?? '';
  const loads = files.flatMap((one) => one.loads);
  const busiest = loads.toSorted((a, b) => answeredRate(b).ratePerSecond - answeredRate(a).ratePerSecond)[0];
  const lengths = lengthsOf(files, busiest);
  const { step, ...fitted } = fittedModel({ model, sheet, loads, facts });
  return {
    name: stanzaName(model),
    gpuCount: sheet.tensorParallel,
    ...fitted,
    ...lengths,
    answerSeconds: ((step.base + step.perSequence) * lengths.outputTokens.mean) / 1e6,
    notes: [...new Set([...otherModel(facts.modelId, sheet), ...fitted.notes, ...cacheNotes(facts)])],
    measuredRate: busiest && answeredRate(busiest),
  };
}

interface Fitted {
  /** Microseconds of an iteration. */
  readonly step: Pick<StepTimes, 'base' | 'perSequence'>;
  readonly model: Readonly<Record<string, unknown>>;
  readonly known: ModelServer['known'];
  readonly notes: readonly string[];
}

interface FitParts {
  readonly model: string;
  readonly sheet: Datasheet;
  readonly loads: readonly MeasuredLoad[];
  readonly facts: ServerFacts;
}

function fittedModel({ model, sheet, loads, facts }: FitParts): Fitted {
  const server = { maxSequences: defaultSequences, tokenBudget: defaultTokenBudget, prefixCache: true };
  try {
    const result = calibrate({ model, sheet, server, loads, facts });
    const kept = result.loads.filter(({ use }) => use === 'fitted');
    const [stanza] = Object.values(result.models);
    return {
      step: { base: result.fitted.base_us, perSequence: result.fitted.per_sequence_us },
      model: stanza as Readonly<Record<string, unknown>>, // safe: what modelStanza gives
      known: {
        basis: 'derived',
        from: `fitted to ${kept.map(({ label, file }) => `${label} of ${file}`).join(' and ')}; the rest from the data sheets of ${model}`,
      },
      notes: result.warnings,
    };
  } catch (thrown) {
    if (!(thrown instanceof ProblemError)) throw thrown;
    const [{ what, fix }] = thrown.problems;
    const kv = facts.kvBlocks === undefined ? {} : { kvTokens: facts.kvBlocks * BLOCK_TOKENS };
    const memory = facts.kvBlocks === undefined ? '' : "; kvTokens is the server's own figure";
    const sheets = presets.some(({ name }) => name === model) ? `the preset ${model}` : `the data sheets of ${model}`;
    return {
      step: numbersOf(sheet).step,
      model: { preset: model, ...kv },
      known: { basis: 'default', from: `${sheets}: no fit, as ${reasonOf(loads, what)}${memory}` },
      notes: [`times are those of ${sheets}, not of your server: ${reasonOf(loads, what)}; ${fix.replace(/\.$/, '')}`],
    };
  }
}

const reasonOf = (loads: readonly MeasuredLoad[], what: string) => (loads.length === 0 ? 'no load was measured' : what);

/** What users sent, as the servers counted it, before what a benchmark sent: that of the load whose rate is taken. */
function lengthsOf(files: readonly ModelServerEvidence[], busiest: MeasuredLoad | undefined) {
  const counted = files.filter(({ facts }) => facts.promptTokens !== undefined && facts.outputTokens !== undefined);
  if (counted.length > 0) {
    const names = counted.map(({ file }) => file).join(', ');
    return {
      promptTokens: pooled(
        counted.flatMap(({ facts }) => facts.promptTokens ?? []),
        names,
      ),
      outputTokens: pooled(
        counted.flatMap(({ facts }) => facts.outputTokens ?? []),
        names,
      ),
    };
  }
  if (busiest === undefined) throw noLengths(files[0].file);
  const asSent = (tokens: number): Lengths => ({
    mean: tokens,
    cv: 0,
    basis: 'measured',
    from: `mean of ${busiest.place.file} at ${loadLabel(busiest)}: what a benchmark sends, all alike; the /metrics of a server in use say what users send`,
  });
  return { promptTokens: asSent(busiest.load.promptTokens[0]), outputTokens: asSent(busiest.load.outputTokens[0]) };
}

/** Of the requests of all dumps together: replicas of one service have one each. */
function pooled(all: readonly TokenLengths[], names: string): Lengths {
  const count = all.reduce((sum, one) => sum + one.count, 0);
  const mean = all.reduce((sum, one) => sum + one.count * one.mean, 0) / count;
  const squares = all.reduce((sum, one) => sum + one.count * one.mean ** 2 * (1 + one.cv ** 2), 0) / count;
  const cv = Number(Math.sqrt(Math.max(0, squares / mean ** 2 - 1)).toPrecision(2));
  const from = `mean of ${count} requests in ${names}; cv ${cv} read off its buckets`;
  return { mean: Math.max(1, Math.round(mean)), cv, basis: 'measured', from };
}

function noLengths(file: string): ProblemError {
  return new ProblemError([
    {
      code: 'no-token-lengths',
      where: { file },
      what: 'no request is counted in this dump, so it does not say how long prompts and answers are',
      why: 'Their lengths decide how many requests a GPU serves.',
      fix: 'take the dump from a server in use (vllm:request_prompt_tokens), or add a result of vllm bench serve.',
    },
  ]);
}

/** The most that the server answered in a benchmark; by Little's law where that is not stated. */
function answeredRate(one: MeasuredLoad) {
  const { arrivals, outputTokens } = one.load;
  const latencyMs = one.e2eMeanMs ?? (one.tpotMeanMs ?? Number.NaN) * outputTokens[0];
  const sent = 'ratePerSecond' in arrivals ? arrivals.ratePerSecond : (arrivals.concurrency * 1000) / latencyMs;
  return { ratePerSecond: Number((one.throughputPerSecond ?? sent).toPrecision(3)), file: one.place.file ?? '' };
}

/** A server of one model on the sheets of another gives numbers of neither. */
function otherModel(modelId: string | undefined, { architecture }: Datasheet): string[] {
  const known = modelId === undefined ? undefined : nearestModel(modelId);
  const isSame = known === undefined || architectures.find(({ name }) => name === known) === architecture;
  return isSame ? [] : [`the files are of a server of ${modelId}, which is ${known}, and --set model= names another`];
}

function cacheNotes({ hitRatio = 0, preemptions = 0 }: ServerFacts): string[] {
  return [
    ...(hitRatio > 0.01
      ? [
          `the server found ${percent(hitRatio)} of the prompt tokens in its prefix cache; the draft has no shared prefixes, so it needs more: say them with requests.CLASS.prefix`,
        ]
      : []),
    ...(preemptions > 0 ? [`the server ran out of KV memory: ${preemptions} preemptions since its start`] : []),
  ];
}
