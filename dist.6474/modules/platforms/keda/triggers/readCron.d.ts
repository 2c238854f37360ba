import type { TriggerSpec } from '../manifestSchema.js';
import { type ReadTrigger, type TriggerPlace } from './readResult.js';
/**
 * Reads a cron trigger: between `start` and `end` it asks for `desiredReplicas` instances, else for none.
 *
 * Time zones have rules that change by year and place, so the run's clock (`start`) is taken to be that of the trigger.
 *
 * Source: a description of kedacore/keda v2.20, pkg/scalers/cron_scaler.go (0 outside the window since 2.18, no scaler for 0
 * instances since 2.17).
 */
export declare function readCronTrigger(spec: TriggerSpec, place: TriggerPlace): ReadTrigger;
