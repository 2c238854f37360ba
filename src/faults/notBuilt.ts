/** Kinds of faults that people look for and that this version does not have, each with what comes close. */
const notBuilt: Readonly<Record<string, string>> = {
  'zone-aware': 'routing does not prefer a zone; zone-outage takes one away',
  'noisy-neighbour': 'slow with a factor of 1.2 to 2 on a fraction of the instances comes close',
  'slow-network': 'slow multiplies the io of requests, and their cpu',
  'gateway-partition': 'black-hole or stall with `checks: fail` comes close',
};

/** Three lines for the name of a kind that is known and not built; undefined for any other. */
export function notBuiltText(kind: unknown): string | undefined {
  if (typeof kind !== 'string' || !Object.hasOwn(notBuilt, kind)) return undefined;
  return `the fault ${kind} is not in this version\nLeaving it out silently would make the results better than they are.\nremove it: ${notBuilt[kind]}.`;
}
