import type { Place, Problem } from '../../../base/problem.js';
import type { ResourceKind } from './schemas.js';

/** One policy, group, target or alarm of a manifest, brought to the names of the AWS APIs, whatever form it came in. */
export interface Resource {
  readonly kind: ResourceKind;
  /** How other resources of the same document refer to it; undefined where only names do. */
  readonly reference: string | undefined;
  /** A name to speak of it by when it has none of its own. */
  readonly title: string;
  /** In the API's names; not yet checked. */
  readonly value: Readonly<Record<string, unknown>>;
  /** Where a field of `value` stands in the file. */
  place(path: readonly PropertyKey[], isKey?: boolean): Place;
}

/** What a form of manifest gives: its resources, and what it could not make one of. */
export interface ResourceList {
  readonly resources: readonly Resource[];
  readonly problems: readonly Problem[];
  readonly warnings: readonly Problem[];
}

/** How a resolved reference to another resource of the document is written into a field. */
export function referenceText(id: string): string {
  return `resource:${id}`;
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
