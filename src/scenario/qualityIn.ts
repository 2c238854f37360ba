import { qualityAt } from '../fleet/models/quality.js';
import type { QualityLevel } from '../gateway/ai/quality/answerQuality.js';
import { sharesOf } from '../traffic/difficulty.js';
import type { Scenario } from './schema.js';

/** Whether any model or provider says how often it answers right. */
export function hasQuality({ models = {}, ai }: Pick<Scenario, 'models' | 'ai'>): boolean {
  return [...Object.values(models), ...Object.values(ai?.providers ?? {})].some(({ quality }) => quality !== undefined);
}

/** Whether somebody finds out which answers are right. */
export function isGraded(scenario: Pick<Scenario, 'models' | 'ai'>): boolean {
  return scenario.ai?.grading !== undefined && hasQuality(scenario);
}

/** How often a service, or a provider, answers requests of a class right, by their difficulty; empty where it has no model. */
export function qualityLevels(
  { models = {}, services, requests, ai }: Pick<Scenario, 'models' | 'services' | 'requests' | 'ai'>,
  request: string,
  target: string,
): QualityLevel[] {
  const model = services[target]?.instance.model;
  const provider = ai?.providers?.[target];
  if (model === undefined && provider === undefined) return [];
  const said = provider === undefined ? models[model ?? '']?.quality : provider.quality;
  let upTo = 0;
  return sharesOf(requests[request].difficulty).map(([difficulty, share]) => {
    upTo += share;
    return { upTo, quality: qualityAt(said, difficulty) ?? 1 };
  });
}
