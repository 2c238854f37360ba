import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { root } from '../support/runCli.js';

/** Runs of real autoscalers, recorded by others. `DRYSCALE_REAL` names the folder and makes a missing one a failure. */
const asked = process.env.DRYSCALE_REAL;
const folder = resolve(asked ?? join(root, '../shared/real'));

export const isRecorded = existsSync(folder);
/** A missing folder is a failure only for who asked for one. */
export const isSkipped = !isRecorded && asked === undefined;
export const skipLine = 'skipped: no recorded runs of real autoscalers (DRYSCALE_REAL)';

/** What every recorded run says of the cluster. */
export interface RecordedRun {
  readonly autoscaler: {
    readonly minReplicas: number;
    readonly maxReplicas: number;
    readonly targetCpuPercentOfRequest: number;
    readonly downscaleStabilizationSeconds?: number;
  };
  readonly workload: { readonly initialReplicas: number; readonly cpuRequestCores: number };
}

export function readRun<Run extends RecordedRun>(name: string): Run {
  return JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'));
}

/** The HPA of a recorded run, as its cluster had it. */
export function manifestOf({ autoscaler }: RecordedRun): string {
  const { minReplicas, maxReplicas, targetCpuPercentOfRequest, downscaleStabilizationSeconds } = autoscaler;
  return JSON.stringify({
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata: { name: 'web' },
    spec: {
      scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' },
      minReplicas,
      maxReplicas,
      metrics: [
        {
          type: 'Resource',
          resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: targetCpuPercentOfRequest } },
        },
      ],
      ...(downscaleStabilizationSeconds === undefined
        ? {}
        : { behavior: { scaleDown: { stabilizationWindowSeconds: downscaleStabilizationSeconds } } }),
    },
  });
}
