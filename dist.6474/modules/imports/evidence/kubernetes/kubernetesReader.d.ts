import type { EvidenceReader } from '../evidenceReader.js';
/** What Kubernetes' API gives or takes: pods and events as they are, manifests of everything else. */
export declare const kubernetesReader: EvidenceReader;
