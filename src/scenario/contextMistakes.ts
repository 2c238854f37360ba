import { contextLimits, contextSchema } from '../policy/context/context.js';
import { changed } from '../policy/context/contextTimeline.js';
import { afterEnd } from './afterEnd.js';
import { blockedAt } from './blockedAt.js';
import type { Finding } from './finding.js';
import type { Scenario } from './schema.js';

/** Contexts that are too large, and changes that come too late or that make of the model what it cannot be. */
export function contextMistakes({ context, duration }: Pick<Scenario, 'context' | 'duration'>): Finding[] {
  if (context === undefined) return [];
  // With what servers said, where there are some.
  const findings = sizeMistakes(context.inline, context.mcp.length === 0 ? ['context', 'inline'] : ['context']);
  let now = context.inline;
  const inOrder = [...context.timeline.entries()].sort(([, a], [, b]) => a.at - b.at);
  for (const [index, { at, set }] of inOrder) {
    const path = ['context', 'timeline', index];
    findings.push(...sizeMistakes(set, [...path, 'set']));
    if (at >= duration) {
      findings.push({
        code: 'context-after-end',
        path: [...path, 'at'],
        what: afterEnd(at, duration),
        why: 'No policy ever sees it.',
        fix: 'let it change earlier, or make the run longer.',
      });
    }
    const paths = Object.keys(set);
    if (paths.length === 0 || paths.some((one) => one.split('.').includes(''))) {
      findings.push({
        code: 'bad-context-path',
        path: [...path, 'set'],
        what: paths.length === 0 ? 'sets nothing' : 'has a path with an empty part',
        why: 'A change names what it changes, such as model.version.',
        fix: 'write for example set: { model.version: "2026-11" }.',
      });
      continue;
    }
    const blocked = paths.map((one) => blockedAt(now, one.split('.'))).find((one) => one !== undefined);
    if (blocked !== undefined) {
      findings.push({
        code: 'bad-context-path',
        path: [...path, 'set'],
        what: `goes on below ${blocked}, which is no map`,
        why: 'What stands there would be lost.',
        fix: `set ${blocked} itself, or make it a map in \`inline\`.`,
      });
      continue;
    }
    now = changed(now, set);
    const issue = contextSchema.safeParse(now).error?.issues[0];
    if (issue === undefined) continue;
    findings.push({
      code: 'wrong-context',
      path: [...path, 'set'],
      what: `makes ${issue.path.join('.')} what it cannot be`,
      why: 'Policies rely on it: name and version of the model are texts, parameters and metadata maps.',
      fix: 'write its value in that form; quote a version that looks like a number.',
    });
    break;
  }
  return findings;
}

function sizeMistakes(value: unknown, path: readonly PropertyKey[]): Finding[] {
  const text = JSON.stringify(value);
  const isDeep = depthOf(value) > contextLimits.depth;
  if (!isDeep && text.length <= contextLimits.bytes) return [];
  return [
    {
      code: 'context-too-large',
      path,
      what: isDeep ? `is nested more than ${contextLimits.depth} deep` : `has ${text.length} characters`,
      why: `Every observation carries it: at most ${contextLimits.bytes} characters, ${contextLimits.depth} deep.`,
      fix: 'keep the facts that policies decide by.',
    },
  ];
}

function depthOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  return 1 + Math.max(0, ...Object.values(value).map(depthOf));
}
