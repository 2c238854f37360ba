/** APIs of providers that come along; each has a file here. */
export declare const presetNames: readonly ['aws-asg', 'gcp-mig', 'hetzner', 'openstack'];
export type PresetName = (typeof presetNames)[number];
