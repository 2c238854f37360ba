import type { TriggerKind } from './triggerKind.js';
/**
 * The result of a PromQL query, one number: KEDA fails on more. Managed Prometheus of Azure and AWS has this type too.
 *
 * Source: a description of kedacore/keda after v2.20, pkg/scalers/prometheus_scaler.go.
 */
export declare const prometheus: TriggerKind;
