import { z } from 'zod';
import { durationSchema } from '../../base/duration.js';
import { sizeSchema } from '../../base/quantity.js';
import { distributionSettings } from '../../random/distributions/index.js';

/** Kubernetes is tested up to half as many (https://kubernetes.io/docs/setup/best-practices/cluster-large/). */
const mostNodes = 10_000;

/** Machines of one kind that instances are placed on. Times in seconds, sizes in bytes; the defaults are Cluster Autoscaler's. */
export const nodePoolSchema = z.strictObject({
  vcpus: z.number().positive().meta({ description: 'What instances may request of one node, all together' }),
  memory: sizeSchema().meta({ description: 'What instances may request of one node, all together' }),
  price: z.number().min(0).default(0).meta({ description: 'US dollars a node-hour; then instances have no price' }),
  min: z.int().min(0).max(mostNodes).default(0).meta({ description: 'Nodes that are kept, and there from the start' }),
  max: z.int().min(1).max(mostNodes),
  provision: distributionSettings.prefault('70s').meta({ description: 'From the order of a node to its being ready' }),
  imagePull: distributionSettings
    .prefault('0s')
    .meta({ description: 'Before the first instance of a service on a node can start' }),
  scaleDown: z
    .strictObject({
      after: durationSchema().prefault('10m').meta({ description: 'A node must have been below for so long' }),
      below: z
        .number()
        .min(0)
        .max(1)
        .default(0.5)
        .meta({ description: 'Share of its vCPUs and of its memory that is requested' }),
      budget: z.int().min(0).default(1).meta({ description: 'Nodes that drain at once; 0: none ever goes' }),
    })
    .prefault({}),
  headroom: z.int().min(0).default(0).meta({ description: 'Empty nodes that are kept, within max' }),
});

export type NodePoolSettings = z.output<typeof nodePoolSchema>;
