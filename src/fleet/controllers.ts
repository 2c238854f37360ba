import { z } from 'zod';

/** More say nothing more: each is a policy with a state of its own. */
const most = 1000;
const several = z.int().min(1).max(most);

const countText =
  'How many controllers run the policy, each with its own state; all decide at the same instants, in order';

/** `scaling.controllers`: the policy as it runs in production, once in each worker of each gateway. */
export const controllersSchema = z.union([
  several.meta({ description: countText }),
  z.strictObject({
    count: several.meta({ description: countText }),
    workers: several
      .optional()
      .meta({ description: 'How many of them are workers of one gateway; all of them when left out' }),
    shared: z.literal([false, true, 'gateway']).default(false).meta({
      description:
        'Their shared dictionaries. false: each has its own | gateway: the workers of one gateway have one | true: all have one',
    }),
  }),
]);

export type ControllerSettings = z.output<typeof controllersSchema>;

/** One controller of a service's policy: which it is, and with whom it shares. */
export interface ControllerPlace {
  /** From 0. */
  readonly index: number;
  /** Among the workers of its gateway, from 0. */
  readonly workerId: number;
  readonly workerCount: number;
  /** The same object for all that share. */
  readonly sharedData: Map<string, unknown>;
}

/** Every controller of one run, in the order in which they decide; one alone where the scenario says nothing. */
export function controllerPlaces(settings: ControllerSettings | undefined): ControllerPlace[] {
  const { count, workers: workerCount, shared } = controllersOf(settings);
  const ofAll = new Map<string, unknown>();
  let ofGateway = ofAll;
  return Array.from({ length: count }, (_, index) => {
    const workerId = index % workerCount;
    if (workerId === 0) ofGateway = new Map();
    const sharedData = shared === true ? ofAll : shared === 'gateway' ? ofGateway : new Map<string, unknown>();
    return { index, workerId, workerCount, sharedData };
  });
}

interface Controllers {
  readonly count: number;
  readonly workers: number;
  readonly shared: boolean | 'gateway';
}

/** The settings with what is left out filled in. */
export function controllersOf(settings: ControllerSettings | undefined = 1): Controllers {
  if (typeof settings === 'number') return { count: settings, workers: settings, shared: false };
  return { ...settings, workers: settings.workers ?? settings.count };
}
