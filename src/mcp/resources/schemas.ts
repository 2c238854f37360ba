import { schemaNames } from '../../cli/schemaNames.js';
import { answeredJob } from '../job/answeredJob.js';
import { defaultWallMs } from '../limits.js';
import { dayMs, type ResourceKind } from './resource.js';

export const schemas: ResourceKind = {
  kind: 'schema',
  title: 'JSON Schemas',
  description: 'What a scenario, an observation, a decision, an event or a result looks like (draft 2020-12).',
  mimeType: 'application/schema+json',
  ttlMs: dayMs,
  names: () => schemaNames.map((name) => ({ name })),
  read: async (name, shared, signal) => {
    if (!schemaNames.some((one) => one === name)) return undefined;
    const { root, mayRunCode } = shared.settings;
    const request = { type: 'command', root, mayRunCode, texts: {}, words: ['schema', name], limits: [] } as const;
    const end = await answeredJob(shared, request, { maxWallMs: defaultWallMs, signal, onProgress: () => {} });
    return end.type === 'done' ? end.end.text : undefined;
  },
};
