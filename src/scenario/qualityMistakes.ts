import { suggestion } from '../base/nearest.js';
import { type Quality, qualityAt } from '../fleet/models/quality.js';
import { plainName } from '../results/partName.js';
import { parseMetricSelector } from '../results/thresholdExpression.js';
import { sharesOf } from '../traffic/difficulty.js';
import type { Finding } from './finding.js';
import { hasQuality } from './qualityIn.js';
import { isProvider, reachedTargets } from './routeTargets.js';
import type { Scenario } from './schema.js';

/** Difficulties that models know nothing of, or that make no difference, and thresholds on a quality that nobody states. */
export function qualityMistakes(scenario: Scenario): Finding[] {
  return [
    ...Object.keys(scenario.requests).flatMap((name) => ofClass(scenario, name)),
    ...Object.keys(scenario.models ?? {}).flatMap((name) => ofModel(scenario, modelAt(scenario, name))),
    ...Object.keys(scenario.ai?.providers ?? {}).flatMap((name) => ofModel(scenario, providerAt(scenario, name))),
    ...ofGrading(scenario),
    ...ofThresholds(scenario),
  ];
}

function ofClass(scenario: Scenario, name: string): Finding[] {
  const { difficulty } = scenario.requests[name];
  const path = ['requests', name, 'difficulty'];
  const models = modelsOf(scenario, name);
  if (difficulty !== undefined) {
    if (models.length === 0) return [unused(path, 'has no effect: its requests go to no model')];
    const sum = Object.values(difficulty).reduce((total, share) => total + share, 0);
    if (sum > 1 + 1e-9 || (Object.hasOwn(difficulty, 'easy') && sum < 1 - 1e-9)) return [wrongSum(path, sum)];
  }
  const unknown = models.flatMap((model) => unknownTo(scenario, name, model));
  if (unknown.length > 0 || difficulty === undefined) return unknown;
  const isAlike = models.every(({ quality }) => typeof quality !== 'object');
  if (!isAlike) return [];
  const what = `has no effect: no \`quality\` of ${models.map((model) => model.name).join(' and ')} is by difficulty`;
  return [{ ...unused(path, what), isWarning: true }];
}

/** Who answers: a model of servers, or a provider. */
interface Answering {
  readonly name: string;
  readonly path: readonly string[];
  readonly quality: Quality | undefined;
}

function modelAt({ models }: Scenario, name: string): Answering {
  return { name, path: ['models', name], quality: models?.[name]?.quality };
}

function providerAt({ ai }: Scenario, name: string): Answering {
  return { name, path: ['ai', 'providers', name], quality: ai?.providers?.[name]?.quality };
}

/** Models and providers that requests of a class may come to. */
function modelsOf(scenario: Scenario, name: string): Answering[] {
  const targets = reachedTargets(scenario, name);
  const models = targets.flatMap((target) => scenario.services[target]?.instance.model ?? []);
  const providers = targets.filter((target) => isProvider(scenario, target));
  return [
    ...[...new Set(models)].map((model) => modelAt(scenario, model)),
    ...providers.map((provider) => providerAt(scenario, provider)),
  ];
}

function unused(path: readonly string[], what: string): Finding {
  return {
    code: 'no-effect',
    path,
    what,
    why: 'How hard a request is decides only whether a model answers it right.',
    fix: 'write `quality: { easy: 0.9, hard: 0.6 }` in a model, or remove it.',
  };
}

function wrongSum(path: readonly string[], sum: number): Finding {
  return {
    code: 'not-shares',
    path,
    what: `sums to ${Number(sum.toPrecision(6))}`,
    why: 'These are shares of the requests, and what is left of 1 is easy.',
    fix: 'write the shares of the others alone, such as { hard: 0.2 }.',
  };
}

function unknownTo(scenario: Scenario, name: string, { path, quality }: Answering): Finding[] {
  const { difficulty } = scenario.requests[name];
  return sharesOf(difficulty).flatMap(([one]): Finding[] => {
    if (qualityAt(quality, one) !== undefined) return [];
    const isOwn = difficulty !== undefined && Object.hasOwn(difficulty, one);
    const known = Object.keys(Object(quality));
    return [
      {
        code: 'unknown-difficulty',
        path: isOwn ? ['requests', name, 'difficulty', one] : [...path, 'quality'],
        what: isOwn
          ? `"${one}" is not in ${path.join('.')}.quality`
          : `says nothing of "${one}", which requests of ${name} are`,
        why: 'How often the model answers such requests right would be unknown.',
        fix: isOwn ? suggestion(one, known) || `add \`${one}\` there.` : `add \`${one}\`.`,
      },
    ];
  });
}

/** Difficulties that no request has which comes to the model. */
function ofModel(scenario: Scenario, { name: model, path, quality }: Answering): Finding[] {
  if (typeof quality !== 'object') return [];
  const classes = Object.keys(scenario.requests).filter((name) =>
    modelsOf(scenario, name).some((one) => one.path.join('.') === path.join('.')),
  );
  const met = classes.flatMap((name) => sharesOf(scenario.requests[name].difficulty).map(([one]) => one));
  return Object.keys(quality)
    .filter((one) => !met.includes(one) && one !== 'easy')
    .map((one) => ({
      code: 'no-effect',
      path: [...path, 'quality', one],
      what: `has no effect: no request that comes to ${model} is "${one}"`,
      why: 'Requests are easy where their class says nothing else.',
      fix: `write \`difficulty: { ${one}: 0.2 }\` in a request class, or remove it.`,
      isWarning: true,
    }));
}

function ofGrading(scenario: Scenario): Finding[] {
  const { grading } = scenario.ai ?? {};
  if (grading === undefined) return [];
  const path = ['ai', 'grading'];
  if (!hasQuality(scenario)) {
    return [
      {
        code: 'quality-unknown',
        path,
        what: 'stands where no model says how often it answers right',
        why: 'Every grade would be right.',
        fix: 'write `quality: 0.8` in a model, or remove it.',
      },
    ];
  }
  if (grading.delay < scenario.duration) return [];
  return [
    {
      code: 'no-effect',
      path: [...path, 'delay'],
      what: 'is as long as the run or longer',
      why: 'No grade would become known.',
      fix: 'shorten it, or lengthen `duration`.',
    },
  ];
}

const ofQuality = ['quality', 'quality_weighted_goodput_per_second', 'cost_per_right_answer_usd'];

function ofThresholds(scenario: Scenario): Finding[] {
  if (hasQuality(scenario)) return [];
  return Object.keys(scenario.thresholds)
    .filter((text) => ofQuality.includes(plainName(parseMetricSelector(text)?.metric ?? text)))
    .map((text) => ({
      code: 'quality-unknown',
      path: ['thresholds', text],
      what: 'has no data: no model says how often it answers right',
      why: 'Every answer would count as right.',
      fix: 'write `quality: 0.8` in a model, or remove the threshold.',
    }));
}
