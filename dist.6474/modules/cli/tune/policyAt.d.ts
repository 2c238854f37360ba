import type { Axis } from '../../tune/axes.js';
import type { Point } from '../../tune/search/planPoints.js';
/**
 * The text of `--policy` with the values of a point: `hpa.yaml` becomes `hpa.yaml?minReplicas=4`.
 *
 * Of several policies, each bound to its service (`web=hpa.yaml;api=b.lua`), a key names the one it is for: `web.minReplicas`.
 * @throws ProblemError with exit code 2 for a key that names none of them
 */
export declare function policyAt(text: string, axes: readonly Axis[], point: Point): string;
