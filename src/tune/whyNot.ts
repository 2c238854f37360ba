import type { PolicySpec } from '../policy/policySpec.js';
import { isLimitTooLow } from '../results/limits.js';
import type { ThresholdResult } from '../results/results.js';
import type { HeldBack, RunResult } from '../results/runResult.js';
import type { PlannedComparison } from '../run/plan.js';
import type { Scenario } from '../scenario/schema.js';
import { serviceFacts } from '../scenario/serviceFacts.js';
import { judgeOf } from './figures.js';
import { judgeMusts } from './musts.js';
import { type RunCounter, take } from './runCounter.js';
import { firstRunCount, numbers } from './search/searchPoints.js';
import { trafficDoublingSeconds } from './trafficDoubling.js';
import { runSettings, type Setting, type Tuned, type TuneQuestion } from './tunePolicy.js';

/** A fleet is tried up to so many times the service's maximum. */
const standingFactor = 4;

type Question = Pick<TuneQuestion, 'judging' | 'runner' | 'onStage'>;

/**
 * Why no setting keeps what must hold, a sentence each, every one of them shown by runs or by the scenario's own numbers: what
 * the nearest setting was kept from, how fast traffic doubles against how fast an instance starts, and which standing fleet
 * would do. Where none of them is a reason it says that it does not know.
 */
export async function whyNot(tuned: Tuned, question: Question, counter: RunCounter): Promise<string[]> {
  const nearest = tuned.points.find(({ failure }) => failure === undefined);
  const { first } = tuned;
  if (first === undefined || nearest === undefined || tuned.untriedCount > 0) return [];
  const { comparison } = first.setting;
  const service = scaledService(comparison);
  const reasons =
    service === undefined
      ? []
      : [
          ...heldBack(first.runs, service),
          ...tooSlow(comparison, service),
          ...(await standingFleet({ setting: first.setting, service }, question, counter)),
        ];
  const missed = nearest.must.filter(({ ok }) => !ok).map(missText);
  return [
    ...(reasons.some(({ isReason }) => isReason) ? [] : ['It is not known why.']),
    ...reasons.map(({ text }) => text),
    ...(missed.length === 0 ? [] : [`Nearest: ${nearest.policy} with ${missed.join(', ')}.`]),
  ];
}

interface Reason {
  readonly text: string;
  /** Whether it explains the miss; else it is only good to know. */
  readonly isReason: boolean;
}

/** `http_req_duration p(95)<300 at 412` */
function missText({ metric, expression, value, reason }: ThresholdResult): string {
  const found = value === null ? (reason ?? 'no value') : String(Number(value.toPrecision(3)));
  return `${metric} ${expression} at ${found}`;
}

/** The one service that the policy scales; with several a cause would be a guess. */
function scaledService({ scenario, candidates }: PlannedComparison): string | undefined {
  const { bindings } = candidates[0];
  const scaled = Object.entries(scenario.services)
    .filter(
      ([name, { scaling }]) =>
        scaling.policy !== 'none' && scaling.perRequest === undefined && isPolicy(bindings[name] ?? bindings['*']),
    )
    .map(([name]) => name);
  return scaled.length === 1 ? scaled[0] : undefined;
}

function isPolicy(spec: PolicySpec | undefined): boolean {
  return spec !== undefined && 'path' in spec;
}

/** What stood in the way of the nearest setting, in most of its runs. */
function heldBack(runs: readonly RunResult[], service: string): Reason[] {
  const isReason = ({ stood, needed, ...one }: HeldBack) => one.service === service && isLimitTooLow(stood, needed);
  const spells = runs.flatMap(({ heldBack: all }) => all.filter(isReason).slice(0, 1));
  if (spells.length * 2 <= runs.length) return [];
  const [{ by, wanted, stood, seconds }] = spells;
  const text = `In ${spells.length} of ${runs.length} runs of the nearest setting ${by} held it back: at ${stood} instances it wanted ${Math.ceil(wanted)}, for ${Math.round(seconds)} s.`;
  return [{ text, isReason: true }];
}

/** An instance that starts more slowly than traffic doubles comes too late, whoever asks for it when traffic is there. */
function tooSlow({ scenario, folder }: PlannedComparison, service: string): Reason[] {
  const doubling = trafficDoublingSeconds(scenario, folder);
  const startup = serviceFacts(scenario, service).startupMeanSeconds;
  if (doubling === undefined || startup <= doubling) return [];
  const text = `Startup ${rounded(startup)} s is longer than the ${rounded(doubling)} s in which traffic doubles.`;
  return [{ text, isReason: true }];
}

function rounded(seconds: number): number {
  return Number(seconds.toPrecision(3));
}

interface Standing {
  readonly setting: Setting;
  readonly service: string;
}

/** The least fleet that stands all the time and keeps what must hold, by bisection; more instances never do worse. */
async function standingFleet(standing: Standing, question: Question, counter: RunCounter): Promise<Reason[]> {
  const { setting, service } = standing;
  const { max } = setting.comparison.scenario.services[service].scaling;
  const judge = judgeOf(question.judging);
  let last: readonly RunResult[] = [];
  const isMet = async (count: number): Promise<boolean | undefined> => {
    if (!take(counter, firstRunCount)) return undefined;
    question.onStage?.(`${count} standing instances`, 0);
    const [outcome] = await runSettings(question, [
      {
        setting: { comparisonAt: (one) => standingAt(setting.comparisonAt(one), service, count) },
        replications: numbers(0, firstRunCount),
      },
    ]);
    if ('failure' in outcome) return undefined;
    last = outcome.runs;
    return judge.verdictOf(last).ok;
  };
  let high = max;
  let met = await isMet(high);
  if (met === false) {
    high = max * standingFactor;
    met = await isMet(high);
  }
  if (met === undefined)
    return [{ text: 'No runs were left to look for a standing fleet that meets it.', isReason: false }];
  if (!met) {
    const missed = judgeMusts(question.judging.musts, last).filter(({ ok }) => !ok);
    const text = `Even ${high} instances standing all the time miss it: ${missed.map(missText).join(', ')}. More instances do not help.`;
    return [{ text, isReason: true }];
  }
  let low = high === max ? 0 : max;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    const answer = await isMet(middle);
    if (answer === undefined) break;
    if (answer) high = middle;
    else low = middle;
  }
  const isExact = high - low === 1;
  const above = high > max ? `, more than the maximum of ${max}` : '';
  const text = `The least standing fleet that survives is ${isExact ? '' : `between ${low + 1} and `}${high}${above} (${firstRunCount} runs each).`;
  return [{ text, isReason: high > max }];
}

/** The scenario with the service held at a count, whatever its bounds. */
function standingAt(comparison: PlannedComparison, service: string, count: number): PlannedComparison {
  const { scenario, candidates } = comparison;
  const own = scenario.services[service];
  const scaling: Scenario['services'][string]['scaling'] = { ...own.scaling, min: count, initial: count, max: count };
  const [candidate] = candidates;
  const name = `static:${count}`;
  const bindings = { ...candidate.bindings, [service]: { kind: 'static', count } as const };
  return {
    ...comparison,
    scenario: { ...scenario, services: { ...scenario.services, [service]: { ...own, scaling } } },
    candidates: [{ ...candidate, name, source: name, params: {}, bindings }],
  };
}
