import { formatDuration } from '../base/duration.js';
import { heldResources, isWithin } from '../policy/context/contextServers.js';
import { seenChanges } from '../policy/context/contextTimeline.js';
import type { ContextServer, ContextSettings } from '../policy/context/settings.js';
import { blockedAt } from './blockedAt.js';
import type { Finding } from './finding.js';
import type { Scenario } from './schema.js';

/** Servers of contexts that cannot be asked, and resources that have no place of their own. */
export function contextServerMistakes({ context, duration }: Pick<Scenario, 'context' | 'duration'>): Finding[] {
  if (context === undefined) return [];
  const { mcp } = context;
  return [
    ...mcp.flatMap((server, index) => [...howToAsk(server, ['context', 'mcp', index]), ...noResources(server, index)]),
    ...placeMistakes(context),
    ...wholeMistakes(context),
    ...neverSeen(context, duration),
  ];
}

function howToAsk({ command, url }: ContextServer, path: readonly PropertyKey[]): Finding[] {
  const code = 'context-server';
  const fix = 'write `command: [node, registry.mjs]`, or `url: "http://127.0.0.1:7000/mcp"`.';
  if ((command === undefined) === (url === undefined)) {
    const what = command === undefined ? 'has neither `command` nor `url`' : 'has both `command` and `url`';
    return [{ code, path, what, why: 'A server is either started or reached over HTTP.', fix }];
  }
  if (command?.some((word) => word.includes('\0')) === true) {
    const why = 'No system takes one.';
    return [{ code, path: [...path, 'command'], what: 'has a NUL character', why, fix }];
  }
  const wrong = url === undefined ? undefined : wrongUrl(url);
  return wrong === undefined ? [] : [{ code, path: [...path, 'url'], fix, ...wrong }];
}

function wrongUrl(url: string): Pick<Finding, 'what' | 'why'> | undefined {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (parsed === undefined || !['http:', 'https:'].includes(parsed.protocol)) {
    return { what: `is "${url}", which is no http or https address`, why: 'A server is reached over HTTP.' };
  }
  if (parsed.username === '' && parsed.password === '') return undefined;
  return { what: 'has a user or a password', why: 'The lock and the results name the server.' };
}

function noResources({ resources }: ContextServer, index: number): Finding[] {
  if (Object.keys(resources).length > 0) return [];
  const why = 'It would be asked for nothing.';
  const fix = 'write `resources: { model: "model://current" }`, or leave the server out.';
  return [
    { code: 'context-server', path: ['context', 'mcp', index, 'resources'], what: 'names no resource', why, fix },
  ];
}

/** Names with holes, those that overlap, and those below what is no map. */
function placeMistakes({ inline, mcp }: ContextSettings): Finding[] {
  const all = heldResources(mcp);
  return all.flatMap(({ name, index }, order): Finding[] => {
    const at = { code: 'bad-context-path', path: ['context', 'mcp', index, 'resources', name] };
    const keys = name.split('.');
    if (keys.includes('') || keys.includes('__proto__')) {
      const why = 'It names where in the context the resource is, such as model or environment.region.';
      return [{ ...at, what: 'has a part that is no key', why, fix: 'write the path without it.' }];
    }
    const other = all.slice(0, order).find((one) => isWithin(name, one.name) || isWithin(one.name, name));
    if (other !== undefined) {
      const what = `overlaps ${other.name} of context.mcp.${other.index}`;
      const why = 'What one resource says would hide what the other one does.';
      return [{ ...at, what, why, fix: 'give each a path of its own.' }];
    }
    const blocked = blockedAt(inline, keys);
    if (blocked === undefined) return [];
    const fix = `make ${blocked} a map in \`inline\`, or leave it out there.`;
    return [{ ...at, what: `goes on below ${blocked}, which is no map`, why: 'What stands there would be lost.', fix }];
  });
}

/** Changes that take away the place of what a server holds. */
function wholeMistakes({ timeline, mcp }: ContextSettings): Finding[] {
  const all = heldResources(mcp);
  return timeline.flatMap(({ set }, index) =>
    Object.keys(set).flatMap((path): Finding[] => {
      const held = all.find(({ name }) => name !== path && isWithin(name, path));
      if (held === undefined) return [];
      return [
        {
          code: 'bad-context-path',
          path: ['context', 'timeline', index, 'set'],
          what: `sets all of ${path}, of which a server holds ${held.name}`,
          why: 'One part of it would be seen at once, the other at the next read.',
          fix: `set what changes by its own path, such as ${held.name}.`,
        },
      ];
    }),
  );
}

/** Changes that happen within the run, and are read after it. */
function neverSeen(context: ContextSettings, duration: number): Finding[] {
  return context.timeline.flatMap((entry, index) => {
    if (entry.at >= duration) return [];
    const late = seenChanges({ ...context, timeline: [entry] }).find(({ fromSeconds }) => fromSeconds >= duration);
    if (late === undefined) return [];
    return [
      {
        code: 'context-after-end',
        path: ['context', 'timeline', index, 'at'],
        what: `policies see ${late.path} at ${formatDuration(late.fromSeconds)}, and the run ends at ${formatDuration(duration)}`,
        why: 'Its server is read at each `refresh`, and seen `latency` later.',
        fix: 'let it change earlier, refresh more often, or make the run longer.',
      },
    ];
  });
}
