import type { Finding } from './finding.js';
import type { Scenario } from './schema.js';

/** Leaks that could kill nothing, or everything at once. */
export function leakMistakes({ faults, services }: Scenario): Finding[] {
  const names = Object.keys(services);
  const ofInstances = names
    .filter((name) => services[name].instance.leak !== undefined)
    .map((name) => ({ name, path: ['services', name, 'instance', 'leak'] }));
  const ofFaults = faults.flatMap((fault, index) =>
    fault.kind === 'leak' ? [{ name: fault.service ?? names[0], path: ['faults', index] }] : [],
  );
  return [...ofInstances, ...ofFaults].flatMap(({ name, path }): Finding[] => {
    const { instance, scaling } = services[name] ?? {};
    if (instance === undefined) return [];
    const { memory, baseMemory } = instance;
    if (memory === undefined)
      return [
        {
          code: 'leak-without-memory',
          path,
          what: `fills memory, and instances of ${name} have no limit of it`,
          why: 'Nothing would ever be killed, so the leak would change nothing.',
          fix: `add \`memory\` to services.${name}.instance.`,
        },
      ];
    if (baseMemory >= memory)
      return [
        {
          code: 'leak-without-room',
          path,
          what: `of ${name} finds no memory free: \`baseMemory\` fills it`,
          why: 'Every process would be killed the moment it is ready.',
          fix: 'raise `memory`, or lower `baseMemory`.',
        },
      ];
    if (scaling?.perRequest === undefined) return [];
    return [
      {
        code: 'leak-per-request',
        path,
        what: `stands beside perRequest of ${name}`,
        why: 'Such a platform replaces an instance that is killed; it restarts none in place.',
        fix: 'remove one of them.',
      },
    ];
  });
}
