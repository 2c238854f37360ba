import { z } from 'zod';
import { parseDocument } from '../../base/document.js';
const resolvedSchema = z.looseObject({
    services: z.record(z.string(), z.looseObject({ instance: z.looseObject({ vcpus: z.number() }) })),
});
/** vCPUs of an instance of each service, by the scenario that a result holds; none where it holds none that can be read. */
export function vcpusOfServices({ resolved }) {
    const document = parseDocument(resolved ?? '', 'the scenario of the result');
    const parsed = resolvedSchema.safeParse(Array.isArray(document) ? undefined : document.value);
    if (!parsed.success)
        return {};
    return Object.fromEntries(Object.entries(parsed.data.services).map(([name, { instance }]) => [name, instance.vcpus]));
}
