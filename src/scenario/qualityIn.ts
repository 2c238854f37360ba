import { qualityAt } from '../fleet/models/quality.js';
import type { QualityLevel } from '../gateway/ai/quality/answerQuality.js';
import { sharesOf } from '../traffic/difficulty.js';
import type { Scenario } from './schema.js';

/** Whether any model says how often it answers right. */
export function hasQuality({ models = {} }: Pick<Scenario, 'models'>): boolean {
  return Object.values(models).some(({ quality }) => quality !== undefined);
}

/** Whether somebody finds out which answers are right. */
export function isGraded(scenario: Pick<Scenario, 'models' | 'ai'>): boolean {
  return scenario.ai?.grading !== undefined && hasQuality(scenario);
}

/** How often a service answers requests of a class right, by their difficulty; empty where it has no model. */
export function qualityLevels(
  { models = {}, services, requests }: Pick<Scenario, 'models' | 'services' | 'requests'>,
  request: string,
  service: string,
): QualityLevel[] {
  const { model } = services[service].instance;
  if (model === undefined) return [];
  let upTo = 0;
  return sharesOf(requests[request].difficulty).map(([difficulty, share]) => {
    upTo += share;
    return { upTo, quality: qualityAt(models[model]?.quality, difficulty) ?? 1 };
  });
}
