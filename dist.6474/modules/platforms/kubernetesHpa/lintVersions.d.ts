import type { Lint } from '../platform.js';
import type { HpaSpec } from './hpaSpec.js';
/** What surprises people about fields that not every Kubernetes has; the sources are in kubernetesVersion.ts. */
export declare function lintVersions(spec: HpaSpec): Lint[];
