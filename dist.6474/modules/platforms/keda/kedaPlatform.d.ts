import type { Platform } from '../platform.js';
/**
 * KEDA: event-driven autoscaling on Kubernetes.
 *
 * Behaves as KEDA 2.20 does, written after descriptions of its sources (v2.17 to the main branch after v2.20.2) and the pages of
 * keda.sh; `Source:` in this folder names the file or page that is described, and the version where it matters. Checked by cases transcribed from upstream's tests: test/conformance, vectors keda.json.
 */
export declare const keda: Platform;
