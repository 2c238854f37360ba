import type { Measure } from '../measure.js';
import { costMeasures } from './cost.js';
import { instanceMeasures } from './instances.js';
import { latencyMeasures } from './latency.js';
import { loadMeasures } from './load.js';
import { requestMeasures } from './requests.js';
import { scalingMeasures } from './scaling.js';
import { sloMeasures } from './slo.js';

/** Every measure, in the order of the reports. The only list. */
export const measures: readonly Measure[] = [
  ...sloMeasures,
  ...latencyMeasures,
  ...costMeasures,
  ...scalingMeasures,
  ...instanceMeasures,
  ...loadMeasures,
  ...requestMeasures,
];

const byName = new Map(measures.map((measure) => [measure.name, measure]));

/** The measure of a name; `services.web.cost_usd` is the measure cost_usd of one service. */
export function measureOf(name: string): Measure | undefined {
  return byName.get(name.replace(/^services\.[^.]+\./, ''));
}
