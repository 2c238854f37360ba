import type { SourceDocument } from '../base/document.js';
import type { DocumentSet } from './documentSet.js';
import { fieldAt } from './fieldAt.js';
import { objectBeside } from './objectBeside.js';

/** The object that `spec.scaleTargetRef` of an autoscaler names (a Deployment, if it says no kind), where it lies beside it. */
export function targetDocument(
  source: SourceDocument,
  set: Pick<DocumentSet, 'documents'>,
): SourceDocument | undefined {
  const reference = fieldAt(source.value, ['spec', 'scaleTargetRef']);
  const name = fieldAt(reference, ['name']);
  if (typeof name !== 'string') return undefined;
  const kind = fieldAt(reference, ['kind']) ?? 'Deployment';
  return objectBeside(
    source,
    set,
    (value) => fieldAt(value, ['kind']) === kind && fieldAt(value, ['metadata', 'name']) === name,
  );
}
