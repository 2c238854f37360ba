import { isScalar } from 'yaml';
import { nearest } from '../../../base/nearest.js';
import { nodeAt } from '../../../base/nodeAt.js';
import { fieldAt } from '../../fieldAt.js';
import type { Lint } from '../../platform.js';
import { annotationPrefix, switchAnnotations } from '../readAnnotations.js';
import { ignoredKeys } from '../triggers/ignoredKeys.js';
import { triggerKinds } from '../triggers/index.js';
import { lintAt, type TriggerContext } from './context.js';
import { triggerPath } from './triggerPath.js';

/** What KEDA passes over in silence, what it misses, and what the API server refuses of free text. */
export function ignoredLints(context: TriggerContext): Lint[] {
  return [...unknownLints(context), ...missingLints(context), ...unquotedLints(context)];
}

interface Unknown {
  readonly path: readonly PropertyKey[];
  readonly words: string;
}

/** Annotations and metadata that nothing reads: one warning for all of them. */
function unknownLints(context: TriggerContext): Lint[] {
  const { source, spec } = context;
  const annotations = Object.keys(fieldAt(source.value, ['metadata', 'annotations']) ?? {});
  const unknown: Unknown[] = [
    ...annotations
      .filter((key) => key.startsWith(annotationPrefix) && !switchAnnotations.includes(key))
      .map((key) => ({
        path: ['metadata', 'annotations', key],
        words: withNearest(key, nearest(key, switchAnnotations)),
      })),
    ...spec.triggers.flatMap((trigger, index) =>
      ignoredKeys(trigger).map(({ key, close }) => ({
        path: triggerPath({ index }, 'metadata', key),
        words: withNearest(`${key} of s${index} ${trigger.type}`, close),
      })),
    ),
  ];
  const [first] = unknown;
  if (first === undefined) return [];
  const them = unknown.length === 1 ? 'it' : 'them';
  return [
    lintAt(context, 'warning', first.path, {
      code: 'ignored-keys',
      what: `KEDA does not read ${unknown.map(({ words }) => words).join(', ')}`,
      why: `It passes over ${them} without notice.`,
      fix: `correct or remove ${them}.`,
    }),
  ];
}

function withNearest(key: string, close: string | undefined): string {
  return close === undefined ? key : `${key} (did you mean ${close}?)`;
}

/** Keys without which KEDA finds no place to read from: nothing is read there in a simulation, so it runs all the same. */
function missingLints(context: TriggerContext): Lint[] {
  return context.spec.triggers.flatMap(({ type, metadata, authenticationRef }, index) => {
    const kind = triggerKinds.find((candidate) => candidate.type === type);
    const isThere = (key: string) => metadata[key] !== undefined || metadata[`${key}FromEnv`] !== undefined;
    const missing = (kind?.placeNeeds ?? []).filter((keys) => {
      const isHeldApart = authenticationRef !== undefined && kind?.accessNeeds?.includes(keys);
      return !isHeldApart && !keys.split('|').some(isThere);
    });
    if (missing.length === 0) return [];
    const names = missing.map((keys) => keys.replace('|', ' or '));
    return [
      lintAt(context, 'warning', triggerPath({ index }), {
        code: 'incomplete-trigger',
        what: `s${index} ${type} has no ${names.join(', ')}`,
        why: `KEDA builds no scaler without ${missing.length === 1 ? 'it' : 'them'}. Nothing is read there in a simulation, so it runs here.`,
        fix: 'add what is missing to its metadata, or to the TriggerAuthentication that authenticationRef names.',
      }),
    ];
  });
}

/** Metadata is text: the API refuses a bare number, which only the file itself can tell. */
function unquotedLints(context: TriggerContext): Lint[] {
  const { source, spec } = context;
  return spec.triggers.flatMap((trigger, index) =>
    Object.keys(trigger.metadata).flatMap((key): Lint[] => {
      const path = triggerPath({ index }, 'metadata', key);
      const node = nodeAt(source, path);
      if (!isScalar(node) || typeof node.value === 'string') return [];
      const what = `\`${key}\` is ${String(node.value)} (${typeof node.value}), but metadata holds text`;
      const why = 'The API server refuses the manifest.';
      return [
        lintAt(context, 'error', path, { code: 'unquoted-metadata', what, why, fix: `write "${String(node.value)}".` }),
      ];
    }),
  );
}
