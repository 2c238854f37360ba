import type { SourceDocument } from '../../base/document.js';
import { latenessSentences } from '../latenessSentences.js';
import type { Manifest, ManifestOptions, Platform } from '../platform.js';
import { checkService } from './checkService.js';
import { cloudWatchFeed } from './cloudWatchFeed.js';
import { explainModel } from './explainModel.js';
import { cloudFormationForm } from './forms/cloudFormation.js';
import { commandLineForm } from './forms/commandLine.js';
import { terraformForm } from './forms/terraform.js';
import { lintModel } from './lintModel.js';
import { metricsOf } from './model.js';
import { scalingPolicy } from './policy/scalingPolicy.js';
import { buildModel } from './read/buildModel.js';
import { settableFields } from './settableFields.js';
import { targetText } from './targetText.js';

/** The forms a manifest may have, told apart by their content. */
const forms = [cloudFormationForm, terraformForm, commandLineForm] as const;

/**
 * Target tracking, step and simple scaling of EC2 Auto Scaling groups and of Application Auto Scaling (ECS and others).
 *
 * One document holds the policies of one group: see `forms/` for what it may look like.
 */
export const awsAutoScaling: Platform = {
  name: 'aws',
  title: 'AWS scaling policy (put-scaling-policy JSON, CloudFormation, terraform show -json)',
  recognises: (document) => forms.some((form) => form.recognises(document)),
  settable: (source) => settableFields(formOf(source).list(source).resources),
  read,
};

function formOf(source: SourceDocument): (typeof forms)[number] {
  return forms.find((candidate) => candidate.recognises(source.value)) ?? commandLineForm;
}

function read(source: SourceDocument, options: ManifestOptions): Manifest {
  const { model, warnings } = buildModel(formOf(source).list(source), options);
  const feeds = [cloudWatchFeed(model)];
  return {
    name: model.name,
    target: model.target,
    targets: model.policies.map(targetText),
    metricNames: metricsOf(model).map(({ metric }) => metric.label),
    bounds: model.bounds,
    hasBounds: model.hasBounds,
    warnings,
    definition: scalingPolicy(model),
    feeds,
    check: (service) => checkService(model, service),
    explain: () => [...explainModel(model), ...latenessSentences(feeds)],
    lint: (service) => lintModel(model, service),
  };
}
