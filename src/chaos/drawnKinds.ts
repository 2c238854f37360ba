import type { FaultSettings } from '../faults/kinds/index.js';
import type { Scenario } from '../scenario/schema.js';

type Service = Scenario['services'][string];

/** How a kind of fault is drawn. */
export interface DrawnKind {
  readonly name: FaultSettings['kind'];
  /** Whether it strikes the instances of one service, and so names it. */
  readonly isLocal: boolean;
  /** What grows: values of the file's keys, each from the least trouble to the most that is drawn. */
  readonly sizes: Readonly<Record<string, readonly (number | string)[]>>;
  /** What only differs: values of the file's keys. */
  choices?(service: Service): Readonly<Record<string, readonly (number | string)[]>>;
  /** Which services can meet it, and why others cannot; all can when left out. */
  readonly needs?: { readonly fits: (service: Service) => boolean; readonly otherwise: string };
  /** One schedule has one of a service, none where the scenario has one: a second would be refused, or leave no instance. */
  readonly isOncePerService?: true;
}

/** A kind as one scenario can meet it. */
export interface DrawableKind {
  readonly name: DrawnKind['name'];
  /** See `DrawnKind`; lengths that fit the run. */
  readonly sizes: DrawnKind['sizes'];
  readonly isOncePerService: boolean;
  /** Whom it can strike: services, or one without a name for what strikes none. */
  readonly targets: readonly FaultTarget[];
}

interface FaultTarget {
  /** Undefined where the file need not name it. */
  readonly service: string | undefined;
  readonly choices: ReturnType<NonNullable<DrawnKind['choices']>>;
}

/** Durations that are easy to read; beyond them a fault is a state. */
const lengths = ['10s', '20s', '30s', '45s', '1m', '90s', '2m', '3m', '4m', '5m', '7m', '10m'];
/** At most half: without most of its fleet no policy is to blame. */
const fraction = [0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5];
const lasting = { for: lengths };
const lastingOnSome = { for: lengths, fraction };

/** The kinds that are drawn, in the order of the list of faults. */
export const drawnKinds: readonly DrawnKind[] = [
  { name: 'crash', isLocal: true, sizes: { fraction } },
  { name: 'pause', isLocal: true, sizes: lastingOnSome },
  {
    name: 'zone-outage',
    isLocal: true,
    sizes: lasting,
    choices: ({ zones }) => ({ zone: Array.from({ length: zones }, (_, index) => index + 1) }),
    needs: {
      fits: ({ zones }) => zones > 1,
      otherwise: 'Its services have one zone each, or lose one already: nothing would be left.',
    },
    isOncePerService: true,
  },
  { name: 'slow', isLocal: true, sizes: { ...lastingOnSome, factor: [1.25, 1.5, 2, 2.5, 3, 4, 5] } },
  { name: 'errors', isLocal: true, sizes: { ...lastingOnSome, rate: [0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5] } },
  {
    name: 'startup-failure',
    isLocal: true,
    sizes: { ...lasting, rate: [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9] },
  },
  { name: 'metrics-outage', isLocal: false, sizes: lasting, choices: () => ({ of: ['server', 'targets'] }) },
  { name: 'api-outage', isLocal: false, sizes: lasting },
  {
    name: 'rolling-update',
    isLocal: true,
    sizes: { maxUnavailable: ['10%', '25%', '50%'] },
    needs: {
      fits: ({ scaling }) => scaling.perRequest === undefined,
      otherwise: 'Its services scale per request, or are updated already.',
    },
    isOncePerService: true,
  },
  { name: 'spot-reclaim', isLocal: true, sizes: { fraction } },
  { name: 'black-hole', isLocal: true, sizes: lastingOnSome },
  { name: 'stall', isLocal: true, sizes: lastingOnSome },
  {
    name: 'leak',
    isLocal: true,
    sizes: { ...lastingOnSome, perHour: ['500MB', '1GB', '2GB', '4GB', '8GB', '16GB', '32GB'] },
    needs: {
      fits: ({ instance: { memory, baseMemory }, scaling }) =>
        memory !== undefined && baseMemory < memory && scaling.perRequest === undefined,
      otherwise: 'Its services say no `memory` that a leak could fill, or scale per request.',
    },
  },
];
