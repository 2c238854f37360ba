import { costMeasures } from './cost.js';
import { elasticityMeasures } from './elasticity.js';
import { featureMeasures } from './features.js';
import { instanceMeasures } from './instances.js';
import { lagMeasures } from './lag.js';
import { latencyMeasures } from './latency.js';
import { loadMeasures } from './load.js';
import { requestMeasures } from './requests.js';
import { scalingMeasures } from './scaling.js';
import { sloMeasures } from './slo.js';
/** Every measure by family, in the order of the reports. The only list. */
export const measureFamilies = [
    { title: 'Service level', measures: sloMeasures },
    { title: 'Latency', measures: latencyMeasures },
    { title: 'Cost', measures: costMeasures },
    { title: 'Scaling', measures: scalingMeasures },
    { title: 'Lag', measures: lagMeasures },
    { title: 'Elasticity', measures: elasticityMeasures },
    { title: 'Instances', measures: instanceMeasures },
    { title: 'Load', measures: loadMeasures },
    { title: 'Requests', measures: requestMeasures },
    { title: 'Gateway', measures: featureMeasures },
];
export const measures = measureFamilies.flatMap((family) => family.measures);
const byName = new Map(measures.map((measure) => [measure.name, measure]));
/** The measure of a name; `services.web.cost_usd` is the measure cost_usd of one service. */
export function measureOf(name) {
    return byName.get(name.replace(/^services\.[^.]+\./, ''));
}
