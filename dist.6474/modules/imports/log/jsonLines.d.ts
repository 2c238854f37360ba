import { type LineFormat } from './lineFormat.js';
/**
 * One JSON object a line, as nginx (log_format escape=json), Caddy, Traefik, Envoy and load balancers write.
 *
 * Stamped at the arrival: Traefik's StartUTC (its docs, "Access Logs"), Envoy's start_time (`%START_TIME%`), an ALB's
 * request_creation_time. All others at the answer: nginx, Caddy's `ts` (its log is written when the answer is done).
 */
export declare const jsonLines: LineFormat;
