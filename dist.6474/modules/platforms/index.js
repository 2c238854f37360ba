import { awsAutoScaling } from './aws/awsAutoScaling.js';
import { keda } from './keda/kedaPlatform.js';
import { kubernetesHpa } from './kubernetesHpa/kubernetesHpa.js';
/** Every platform whose manifests can be run, in the order they are tried. */
export const platforms = [kubernetesHpa, keda, awsAutoScaling];
