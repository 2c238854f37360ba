import type { TelemetrySettings } from '../telemetry/settings.js';
import type { PolicyAtWork } from './policyAtWork.js';
/** How late what each policy saw was, and who says so; policies without a platform all see the same. */
export declare function telemetryNotes(policies: readonly PolicyAtWork[], settings: TelemetrySettings): string[];
