/** APIs of providers that come along; each has a file here. */
export const presetNames = ['aws-asg', 'gcp-mig', 'hetzner', 'openstack'];
