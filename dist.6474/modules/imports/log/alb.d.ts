import { type LineFormat } from './lineFormat.js';
/**
 * Access logs of an AWS Application Load Balancer.
 *
 * `time` is when it answered; `request_creation_time`, the 22nd field, is the arrival. Without it the three processing times
 * are taken off; -1 stands for one that did not happen.
 *
 * Source: Elastic Load Balancing, Application Load Balancers, "Access logs", "Access log entries".
 */
export declare const alb: LineFormat;
