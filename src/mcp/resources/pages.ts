import { join } from 'node:path';
import { packageFolder } from '../../base/packageFolder.js';
import { optionalText } from '../../base/userFile.js';
import { entriesOf } from '../../base/userFolder.js';
import { dayMs, type ResourceKind } from './resource.js';

const limitBytes = 1_000_000;

export const docs: ResourceKind = {
  kind: 'docs',
  title: 'Pages of the manual',
  description: 'How dryscale works: measures (what each number means), scenarios, policies, manifests, reliability.',
  mimeType: 'text/markdown',
  ttlMs: dayMs,
  names: () => pageNames().map((name) => ({ name, about: /^# (.+)/m.exec(textOf(name) ?? '')?.[1] ?? name })),
  read: async (name) => (pageNames().includes(name) ? textOf(name) : undefined),
};

function pageNames(): string[] {
  const names = entriesOf(folder(), 'The manual is in it.').map(({ name }) => name);
  return names.flatMap((name) => (name.endsWith('.md') ? [name.slice(0, -3)] : [])).sort();
}

function textOf(name: string): string | undefined {
  return optionalText(join(folder(), `${name}.md`), limitBytes);
}

function folder(): string {
  return join(packageFolder(), 'docs');
}
