import { awsAsg } from './awsAsg.js';
import { gcpMig } from './gcpMig.js';
import { hetzner } from './hetzner.js';
import type { PresetName } from './names.js';
import { openstack } from './openstack.js';
import type { ApiPreset } from './preset.js';

/** All APIs of providers. */
export const presets: Readonly<Record<PresetName, ApiPreset>> = {
  'aws-asg': awsAsg,
  'gcp-mig': gcpMig,
  hetzner,
  openstack,
};
