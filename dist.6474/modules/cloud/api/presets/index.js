import { awsAsg } from './awsAsg.js';
import { gcpMig } from './gcpMig.js';
import { hetzner } from './hetzner.js';
import { openstack } from './openstack.js';
/** All APIs of providers. */
export const presets = {
    'aws-asg': awsAsg,
    'gcp-mig': gcpMig,
    hetzner,
    openstack,
};
