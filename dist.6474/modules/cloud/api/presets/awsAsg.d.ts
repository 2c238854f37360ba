import type { ApiPreset } from './preset.js';
/** The Query API of Amazon EC2 Auto Scaling. Source: https://docs.aws.amazon.com/autoscaling/ec2/APIReference/ */
export declare const awsAsg: ApiPreset;
