import { answeredJob } from '../job/answeredJob.js';
import { defaultWallMs } from '../limits.js';
import { dayMs, type ResourceKind } from './resource.js';

export const results: ResourceKind = {
  kind: 'results',
  title: 'Results',
  description:
    'All that a tool answered, by its result id. Kept for a while only: call the tool again with the same arguments for the same id.',
  mimeType: 'application/json',
  ttlMs: dayMs,
  names: ({ results: kept }) => kept.ids().map((name) => ({ name })),
  read: async (id, { results: kept }) => kept.get(id)?.json,
};

export const reports: ResourceKind = {
  kind: 'reports',
  title: 'Reports',
  description: 'The result of run or compare as a page for people, by its result id: one file, no network.',
  mimeType: 'text/html',
  ttlMs: dayMs,
  names: ({ results: kept }) => kept.ids().flatMap((name) => (kept.get(name)?.hasPage === true ? [{ name }] : [])),
  read: async (id, shared, signal) => {
    const kept = shared.results.get(id);
    if (kept?.hasPage !== true) return undefined;
    const { root, mayRunCode } = shared.settings;
    const texts = { 'result.json': kept.json };
    const request = { type: 'page', root, mayRunCode, texts, json: kept.json } as const;
    const end = await answeredJob(shared, request, { maxWallMs: defaultWallMs, signal, onProgress: () => {} });
    return end.type === 'page' ? end.html : undefined;
  },
};
