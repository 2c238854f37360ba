import type { Platform } from '../platform.js';
/**
 * Target tracking, step and simple scaling of EC2 Auto Scaling groups and of Application Auto Scaling (ECS and others).
 *
 * One document may hold several groups, each a manifest: see `forms/` for what it may look like. What a template leaves open is
 * explained by its name, and must be given before it can run.
 */
export declare const awsAutoScaling: Platform;
