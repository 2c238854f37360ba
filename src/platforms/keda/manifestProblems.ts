import type { z } from 'zod';
import type { SourceDocument } from '../../base/document.js';
import { locate } from '../../base/locate.js';
import { type Problem, sortProblems } from '../../base/problem.js';
import { type SchemaReasons, schemaProblems } from '../schemaProblems.js';

const reasons: SchemaReasons = {
  unknownKey: 'KEDA has no such field: the API refuses it, or drops it without notice.',
  missingKey: 'KEDA has no default for it.',
  outOfRange: 'KEDA accepts no other value.',
  unknownValue: 'KEDA knows no other.',
  wrongType: () => 'The value could not be understood.',
};

/** What a schema found wrong with a document of KEDA's, in the order of the file. */
export function manifestProblems(
  issues: readonly z.core.$ZodIssue[],
  schema: z.ZodType,
  source: SourceDocument,
): Problem[] {
  const place = (path: readonly PropertyKey[], isKey?: boolean) => locate(source, path, isKey);
  return sortProblems(schemaProblems(issues, { value: source.value, schema, reasons, place }));
}
