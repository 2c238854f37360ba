import type { FileKind } from '../files.js';
import type { ResourceKind } from './resource.js';

export const scenarios = kindOf('scenario', {
  kind: 'scenarios',
  title: 'Scenarios',
  description: 'A scenario as it is written: traffic, services, startup, prices, SLO. By the names of list_scenarios.',
});

export const policies = kindOf('policy', {
  kind: 'policies',
  title: 'Policies',
  description: 'A policy as it is written: a manifest or Lua. By the names of list_policies.',
});

function kindOf(of: FileKind, words: Pick<ResourceKind, 'kind' | 'title' | 'description'>): ResourceKind {
  return {
    ...words,
    mimeType: 'text/plain',
    // Somebody may be editing it.
    ttlMs: 0,
    names: ({ files }) => files.list(of),
    read: async (name, { files }) => files.textOf(of, name),
  };
}
