import type { SourceDocument } from '../../base/document.js';
import { fieldAt } from '../fieldAt.js';
import { latenessSentences } from '../latenessSentences.js';
import type { Manifest, ManifestOptions, Platform } from '../platform.js';
import { checkService } from './checkService.js';
import { explainHpa } from './explainHpa.js';
import { type HpaOptions, hpaDefinition } from './hpaDefinition.js';
import { hpaFeeds } from './hpaFeeds.js';
import { type MetricSpec, requestShares } from './hpaSpec.js';
import { lintHpa } from './lintHpa.js';
import { type ReadHpa, readHpaSpec } from './readHpaSpec.js';
import { settableFields } from './settableFields.js';

/**
 * The HorizontalPodAutoscaler of Kubernetes: autoscaling/v2, its older forms, and no other kind of object.
 *
 * Written after descriptions of the controller, not after its text; `Source:` in this folder names the upstream file that
 * a description is of. Checked by the controller's own test cases (Kubernetes 1.20.2 and newer): test/conformance,
 * vectors hpa-*.json.
 */
export const kubernetesHpa: Platform = {
  name: 'kubernetes-hpa',
  title: 'HorizontalPodAutoscaler (autoscaling/v2, autoscaling/v1)',
  recognises(document) {
    const apiVersion = fieldAt(document, ['apiVersion']);
    const isAutoscaling = typeof apiVersion === 'string' && apiVersion.startsWith('autoscaling/');
    return isAutoscaling && fieldAt(document, ['kind']) === 'HorizontalPodAutoscaler';
  },
  settable: ({ value }) => settableFields(fieldAt(value, ['apiVersion'])),
  read: (source: SourceDocument, options: ManifestOptions) => hpaManifest(readHpaSpec(source), options),
};

/** An autoscaler that has been read, as a manifest; `metricsOf` supplies External metrics that no scenario has. */
export function hpaManifest({ spec, warnings }: ReadHpa, options: HpaOptions): Manifest {
  const { metricNames } = options;
  const isSupplied = options.metricsOf !== undefined;
  const feeds = hpaFeeds(spec.metrics, metricNames, isSupplied);
  return {
    name: spec.name,
    target: spec.target,
    targets: spec.metrics.map(targetText),
    metricNames: spec.metrics.filter(({ source }) => source !== 'resource').map(({ name }) => name),
    bounds: { minCount: spec.minReplicas, maxCount: spec.maxReplicas },
    hasBounds: true,
    warnings,
    definition: hpaDefinition(spec, options),
    feeds,
    calmSeconds: spec.behavior?.down.stabilizationSeconds ?? spec.flags.downscaleStabilizationSeconds,
    shares: requestShares(spec),
    leavesZero: spec.minReplicas > 0 || !spec.flags.wakesAnyZero,
    check: (service) => checkService(spec, service, { metricNames, isSupplied }),
    explain: () => [...explainHpa(spec), ...latenessSentences(feeds)],
    lint: (service) => lintHpa(spec, service),
  };
}

/** A metric and its target, for tables: `cpu 70 %`, `http_requests 25 a pod`, `queue_length 100`. */
function targetText({ name, target }: MetricSpec): string {
  if (target.kind === 'utilization') return `${name} ${target.percent} %`;
  return `${name} ${target.text}${target.kind === 'average' ? ' a pod' : ''}`;
}
