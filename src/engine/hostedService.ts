import type { ScalingBounds } from '../cloud/cloud.js';
import type { Fleet } from '../fleet/fleet.js';
import type { ServiceNodes } from '../fleet/nodes/serviceNodes.js';
import type { Observation } from '../policy/observation.js';
import type { DecisionLog } from '../record/decisionLog.js';
import type { MeteredInstances } from '../telemetry/readings.js';

/** What the host needs of one service. */
export interface HostedService {
  readonly name: string;
  readonly index: number;
  readonly fleet: Fleet;
  /** Where its instances need room on a node. */
  readonly nodes: ServiceNodes | undefined;
  readonly bounds: ScalingBounds;
  /** What an observation says of one instance's size and requests. */
  readonly resources: Observation['resources'];
  readonly decisions: DecisionLog;
  /** How telemetry measures it. */
  readonly metered: MeteredInstances;
}
