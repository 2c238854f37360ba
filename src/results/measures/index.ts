import type { Measure } from '../measure.js';
import { partOf, plainName } from '../partName.js';
import { callMeasures } from './calls.js';
import { classMeasureNames, consumerMeasureNames, providerMeasureNames } from './consumers.js';
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
import { sessionMeasures } from './sessions.js';
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
  { title: 'Sessions', measures: sessionMeasures },
];

export const measures: readonly Measure[] = measureFamilies.flatMap((family) => family.measures);

const byName = new Map(measures.map((measure) => [measure.name, measure]));

/** Those of one consumer. */
export const consumerMeasures: readonly Measure[] = measures.filter(({ name }) => consumerMeasureNames.includes(name));

/** Those of one request class. */
export const classMeasures: readonly Measure[] = measures.filter(({ name }) => classMeasureNames.includes(name));

/** Those of one provider. */
export const providerMeasures: readonly Measure[] = measures.filter(({ name }) => providerMeasureNames.includes(name));

const namesOfParts = {
  services: undefined,
  consumers: consumerMeasureNames,
  providers: providerMeasureNames,
  classes: classMeasureNames,
};

/** The measure of a name; `services.web.cost_usd` is the measure cost_usd of one service; of consumers, providers and classes only some have a meaning. */
export function measureOf(name: string): Measure | undefined {
  const part = partOf(name);
  const known = part && namesOfParts[part.kind];
  if (known !== undefined && !known.includes(plainName(name))) return undefined;
  return byName.get(plainName(name));
}
