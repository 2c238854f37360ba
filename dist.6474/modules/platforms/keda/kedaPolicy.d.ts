import { type PolicyDefinition } from '../../policy/policy.js';
import { type ScaledObjectSettings } from './scaledObject.js';
/** How often the HPA asks, whatever `pollingInterval` says. */
export declare const hpaSyncSeconds: number;
/**
 * A ScaledObject as a policy: KEDA's polls and the HPA's syncs on one clock.
 *
 *     t =   15   30   45   60   75   90         pollingInterval 30
 *     KEDA       poll      poll      poll       0 <-> running
 *     HPA   sync sync sync sync sync sync       1 .. N
 *
 * Where both fall together KEDA comes first, and when it changes the count the HPA sees that 15 s later.
 * The test "KEDA polls and the HPA syncs at their own multiples" asserts this drawing.
 */
export declare function kedaPolicy(settings: ScaledObjectSettings, hpa: PolicyDefinition): PolicyDefinition;
