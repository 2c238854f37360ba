import { type LineFormat } from './lineFormat.js';
/**
 * Envoy's default format, which Istio's begins with too: `%START_TIME%` is the arrival, `%DURATION%` in milliseconds, then the time of
 * the server behind.
 *
 * Source: Envoy's documentation, configuration/observability/access_log/usage, "Default Format String" (v1.20); Istio writes
 * more fields between the flags and the bytes.
 */
export declare const envoy: LineFormat;
