import type { Lint } from '../../platform.js';
import { type LintContext } from './context.js';
/**
 * What KEDA refuses although every field is well formed, by its admission webhook or when it builds the scalers: it is explained,
 * and not run.
 *
 * Source: a description of kedacore/keda v2.20, apis/keda/v1alpha1/scaledobject_webhook.go and scaledobject_types.go; pkg/scalers.
 */
export declare function refusals(context: LintContext): Lint[];
