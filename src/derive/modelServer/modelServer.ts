import { ProblemError } from '../../base/problem.js';
import { calibrate } from '../../calibrate/calibrate.js';
import type { MeasuredLoad, ServerFacts } from '../../calibrate/measuredLoad.js';
import { stanzaName } from '../../calibrate/modelStanza.js';
import { BLOCK_TOKENS } from '../../fleet/modelServer/settings.js';
import { type Datasheet, numbersOf } from '../../fleet/models/datasheet.js';
import { defaultSequences, defaultTokenBudget } from '../../fleet/models/modelServerOf.js';
import { presets } from '../../fleet/models/presets.js';
import type { Evidence } from '../../imports/evidence/evidence.js';
import type { ModelServerEvidence } from '../../imports/evidence/modelServer/modelServerEvidence.js';
import type { Derived } from '../derived.js';
import { percent } from '../phrases.js';
import { askedSheet } from './askedSheet.js';

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
  const lengths = lengthsOf(files, facts);
  const fitted = fittedModel({ model, sheet, loads, facts });
  const numbers = numbersOf(sheet);
  const best = loads.map(answeredRate).sort((a, b) => b.ratePerSecond - a.ratePerSecond)[0];
  return {
    name: stanzaName(model),
    gpuCount: sheet.tensorParallel,
    ...fitted,
    ...lengths,
    answerSeconds: ((numbers.step.base + numbers.step.perSequence) * lengths.outputTokens.mean) / 1e6,
    notes: [...new Set([...fitted.notes, ...cacheNotes(facts)])],
    measuredRate: best,
  };
}

interface Fitted {
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
      model: { preset: model, ...kv },
      known: { basis: 'default', from: `${sheets}: no fit, as ${reasonOf(loads, what)}${memory}` },
      notes: [`times are those of ${sheets}, not of your server: ${reasonOf(loads, what)}; ${fix.replace(/\.$/, '')}`],
    };
  }
}

const reasonOf = (loads: readonly MeasuredLoad[], what: string) => (loads.length === 0 ? 'no load was measured' : what);

/** What users sent, as the server counted it, before what a benchmark sent. */
function lengthsOf(files: readonly ModelServerEvidence[], facts: ServerFacts) {
  const loads = files.flatMap((one) => one.loads);
  const dump = files.find(({ facts: { promptTokens } }) => promptTokens !== undefined)?.file ?? '';
  const { promptTokens, outputTokens } = facts;
  if (promptTokens !== undefined && outputTokens !== undefined) {
    const counted = ({ mean, cv, count }: typeof promptTokens): Lengths => ({
      mean: Math.max(1, Math.round(mean)),
      cv: Number(cv.toPrecision(2)),
      basis: 'measured',
      from: `mean of ${count} requests in ${dump}; cv ${Number(cv.toPrecision(2))} read off its buckets`,
    });
    return { promptTokens: counted(promptTokens), outputTokens: counted(outputTokens) };
  }
  const [first] = loads;
  if (first === undefined) throw noLengths(files[0].file);
  const asSent = (tokens: number): Lengths => ({
    mean: tokens,
    cv: 0,
    basis: 'measured',
    from: `mean of ${first.place.file}: what a benchmark sends, all alike; the /metrics of a server in use say what users send`,
  });
  return { promptTokens: asSent(first.load.promptTokens[0]), outputTokens: asSent(first.load.outputTokens[0]) };
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
