import { formatDuration } from '../base/duration.js';
import { failedRead, heldResources, isWithin } from '../policy/context/contextServers.js';
import { seenSeconds } from '../policy/context/contextTimeline.js';
import type { ContextServer, ContextSettings } from '../policy/context/settings.js';
import { afterEnd } from './afterEnd.js';
import { blockedAt } from './blockedAt.js';
import type { Finding } from './finding.js';
import type { Scenario } from './schema.js';

/** Servers of contexts that cannot be asked, and resources that have no place of their own. */
export function contextServerMistakes({ context, duration }: Pick<Scenario, 'context' | 'duration'>): Finding[] {
  if (context === undefined) return [];
  const { mcp } = context;
  return [
    ...mcp.flatMap((server, index) => [
      ...howToAsk(server, ['context', 'mcp', index]),
      ...noResources(server, index),
      ...outageMistakes(server, index, duration),
    ]),
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

function wrongUrl(url: string): Pick<Finding, 'what' | 'why' | 'isWarning'> | undefined {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (parsed === undefined || !['http:', 'https:'].includes(parsed.protocol)) {
    return { what: `is "${url}", which is no http or https address`, why: 'A server is reached over HTTP.' };
  }
  const why = 'The lock and the results name the server as it stands here.';
  if (parsed.username !== '' || parsed.password !== '') return { what: 'has a user or a password', why };
  return parsed.search === '' ? undefined : { what: 'has a query: see that it holds no key', why, isWarning: true };
}

function noResources({ resources }: ContextServer, index: number): Finding[] {
  if (Object.keys(resources).length > 0) return [];
  const why = 'It would be asked for nothing.';
  const fix = 'write `resources: { model: "model://current" }`, or leave the server out.';
  return [
    { code: 'context-server', path: ['context', 'mcp', index, 'resources'], what: 'names no resource', why, fix },
  ];
}

/** Outages that never are, two at once, those that nobody meets, and what would be done in them where there are none. */
function outageMistakes({ outages, onError, refresh }: ContextServer, server: number, duration: number): Finding[] {
  const path = ['context', 'mcp', server];
  if (outages.length === 0 && onError !== 'hold') {
    const what = `is ${onError}, and the server has no \`outages\``;
    const why = 'It says what a read does that fails during the run, and none does.';
    const fix = 'add `outages: [{ at: 10m, for: 5m }]`, or remove it.';
    return [{ code: 'no-effect', path: [...path, 'onError'], what, why, fix, isWarning: true }];
  }
  return outages.flatMap((outage, index): Finding[] => {
    const here = [...path, 'outages', index];
    if (outage.at >= duration) {
      const why = 'The outage never happens.';
      const fix = 'let it begin earlier, or make the run longer.';
      return [{ code: 'outage-after-end', path: [...here, 'at'], what: afterEnd(outage.at, duration), why, fix }];
    }
    const other = outages
      .slice(0, index)
      .find((one) => one.at < outage.at + outage.for && outage.at < one.at + one.for);
    if (other !== undefined) {
      const what = `overlaps the one at ${formatDuration(other.at)}`;
      return [
        {
          code: 'outages-overlap',
          path: here,
          what,
          why: 'One outage would be counted as two.',
          fix: 'make one of both.',
        },
      ];
    }
    if (failedRead({ refresh }, outage) !== undefined) return [];
    const what = `meets no read: there is one each ${formatDuration(refresh)}`;
    const why = 'Nobody notices that the server was away.';
    return [{ code: 'no-effect', path: here, what, why, fix: 'make it longer, or remove it.', isWarning: true }];
  });
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
    const seen = Object.keys(entry.set).map((path) => ({ path, fromSeconds: seenSeconds(context, path, entry.at) }));
    const late = seen.find(({ fromSeconds }) => fromSeconds >= duration);
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
