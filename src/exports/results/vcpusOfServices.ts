import { z } from 'zod';
import { parseDocument } from '../../base/document.js';
import type { ScenarioResult } from '../../results/results.js';

const resolvedSchema = z.looseObject({
  services: z.record(
    z.string(),
    z.looseObject({ instance: z.looseObject({ vcpus: z.number(), model: z.string().optional() }) }),
  ),
});

/** vCPUs of an instance of each service, by the scenario that a result holds; none of model servers, whose vCPUs are not simulated, and where it holds none that can be read. */
export function vcpusOfServices({ resolved }: ScenarioResult): Readonly<Record<string, number>> {
  const document = parseDocument(resolved ?? '', 'the scenario of the result');
  const parsed = resolvedSchema.safeParse(Array.isArray(document) ? undefined : document.value);
  if (!parsed.success) return {};
  return Object.fromEntries(
    Object.entries(parsed.data.services).flatMap(
      ([
        name,
        {
          instance: { vcpus, model },
        },
      ]) => (model === undefined ? [[name, vcpus]] : []),
    ),
  );
}
