import { awsAutoScaling } from './aws/awsAutoScaling.js';
import { keda } from './keda/kedaPlatform.js';
import { kubernetesHpa } from './kubernetesHpa/kubernetesHpa.js';
import type { Platform } from './platform.js';

/** Every platform whose manifests can be run, in the order they are tried. */
export const platforms: readonly Platform[] = [kubernetesHpa, keda, awsAutoScaling];
