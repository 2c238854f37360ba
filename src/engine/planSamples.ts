import type { Fleet } from '../fleet/fleet.js';
import { blankReading, kvRatioOf } from '../fleet/modelReading.js';
import type { ModelMeter } from '../fleet/serving.js';
import * as rank from '../kernel/rank.js';
import type { ModelSample } from '../record/tokenCurves.js';
import type { Assembly } from './assemble.js';
import { burnedVcpuSeconds } from './totals/serviceWork.js';

/** The timeline's samples, at multiples of its own step. */
export function planSamples({
  timeline,
  tokenCurves,
  serving,
  calendar,
  services,
  providers,
  gateway,
}: Assembly): void {
  if (timeline === undefined) return;
  const samplesPerStep = Math.round(timeline.stepSeconds / timeline.sampleSeconds);
  const plan = (index: number): void => {
    calendar.at(index * timeline.sampleSeconds, rank.record, () => {
      const isStepEnd = index % samplesPerStep === 0;
      const samples = services.map(({ fleet, settings, index: service }) => ({
        desired: fleet.desired,
        ready: fleet.readyCount,
        starting: fleet.startingCount,
        queue: gateway.queueDepth(service),
        busyVcpuSeconds: burnedVcpuSeconds(fleet.peekWorkTotals()),
        servingVcpus: (fleet.readyCount + fleet.drainingCount) * settings.instance.vcpus,
      }));
      timeline.sample([...samples, ...providers.map(() => noFleet)], isStepEnd);
      if (serving.meter !== undefined) {
        for (const { fleet, index: service } of services)
          tokenCurves?.sample(service, modelSampleOf(fleet, serving.meter), isStepEnd);
      }
      plan(index + 1);
    });
  };
  plan(1);
}

/** Of a provider its arrivals alone are of interest. */
const noFleet = { desired: 0, ready: 0, starting: 0, queue: 0, busyVcpuSeconds: 0, servingVcpus: 0 };

function modelSampleOf({ ready }: Fleet, meter: ModelMeter): ModelSample {
  let [kvSum, waiting] = [0, 0];
  for (const instance of ready) {
    meter.read(instance, reading);
    kvSum += kvRatioOf(reading);
    waiting += reading.waiting;
  }
  return { kvRatio: ready.length === 0 ? undefined : kvSum / ready.length, waiting };
}

/** Scratch. */
const reading = blankReading();
