import type { Measure } from '../measure.js';
import { callMeasures } from './calls.js';
import { costMeasures } from './cost.js';
import { elasticityMeasures } from './elasticity.js';
import { featureMeasures } from './features.js';
import { instanceMeasures } from './instances.js';
import { lagMeasures } from './lag.js';
import { latencyMeasures } from './latency.js';
import { loadMeasures } from './load.js';
import { nodeMeasures } from './nodes.js';
import { requestMeasures } from './requests.js';
import { scalingMeasures } from './scaling.js';
import { sloMeasures } from './slo.js';
import { tokenMeasures } from './tokens.js';

/** Measures that belong together. */
interface MeasureFamily {
  readonly title: string;
  readonly measures: readonly Measure[];
}

/** Every measure by family, in the order of the reports. The only list. */
export const measureFamilies: readonly MeasureFamily[] = [
  { title: 'Service level', measures: sloMeasures },
  { title: 'Latency', measures: latencyMeasures },
  { title: 'Cost', measures: costMeasures },
  { title: 'Scaling', measures: scalingMeasures },
  { title: 'Lag', measures: lagMeasures },
  { title: 'Elasticity', measures: elasticityMeasures },
  { title: 'Instances', measures: instanceMeasures },
  { title: 'Nodes', measures: nodeMeasures },
  { title: 'Load', measures: loadMeasures },
  { title: 'Requests', measures: requestMeasures },
  { title: 'Calls', measures: callMeasures },
  { title: 'Gateway', measures: featureMeasures },
  { title: 'Tokens', measures: tokenMeasures },
];

export const measures: readonly Measure[] = measureFamilies.flatMap((family) => family.measures);

const byName = new Map(measures.map((measure) => [measure.name, measure]));

/** The measure of a name; `services.web.cost_usd` is the measure cost_usd of one service. */
export function measureOf(name: string): Measure | undefined {
  return byName.get(name.replace(/^services\.[^.]+\./, ''));
}
