import type { SourceDocument } from '../../base/document.js';
import type { Manifest, ManifestOptions, Platform } from '../platform.js';
import { checkService } from './checkService.js';
import { explainModel } from './explainModel.js';
import { cloudFormationForm } from './forms/cloudFormation.js';
import { commandLineForm } from './forms/commandLine.js';
import { terraformForm } from './forms/terraform.js';
import { lintModel } from './lintModel.js';
import { scalingPolicy } from './policy/scalingPolicy.js';
import { buildModel } from './read/buildModel.js';

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
  read,
};

function read(source: SourceDocument, options: ManifestOptions): Manifest {
  const form = forms.find((candidate) => candidate.recognises(source.value)) ?? commandLineForm;
  const { model, warnings } = buildModel(form.list(source), options);
  return {
    name: model.name,
    target: model.target,
    bounds: model.bounds,
    warnings,
    definition: scalingPolicy(model),
    check: (service) => checkService(model, service),
    explain: () => explainModel(model),
    lint: (service) => lintModel(model, service),
  };
}
