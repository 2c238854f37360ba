import type { SourceDocument } from '../../../base/document.js';
import { locate } from '../../../base/locate.js';
import type { Place, Problem } from '../../../base/problem.js';
import type { TriggerSpec } from '../manifestSchema.js';
import type { Trigger } from '../trigger.js';

/** A trigger that was read, and what is wrong with it or not simulated of it. */
export interface ReadTrigger {
  /** undefined when `problems` keep it from being one. */
  readonly trigger: Trigger | undefined;
  readonly problems: readonly Problem[];
  readonly warnings: readonly Problem[];
}

export interface TriggerPlace {
  readonly source: SourceDocument;
  readonly index: number;
  /** `--metric NAME=METRIC`. */
  readonly metricMap: Readonly<Record<string, string>>;
  /** It is one of the values of a formula, and no metric of the HPA. */
  readonly isSource: boolean;
}

/** Where a key of the metadata stands. */
export function keyPlace({ source, index }: Pick<TriggerPlace, 'source' | 'index'>, key: string, isKey = false): Place {
  return locate(source, ['spec', 'triggers', index, 'metadata', key], isKey);
}

/** Names by which `--metric` can speak of a trigger, the surest first: its place, name, metric or type. */
export function mappingNames(spec: TriggerSpec, { index, metricName }: TriggerIdentity): string[] {
  const names = [`s${index}`, spec.name, metricName, spec.metadata.metricName, spec.type];
  return names.filter((name) => name !== undefined);
}

interface TriggerIdentity {
  readonly index: number;
  /** Its metric's name in the HPA. */
  readonly metricName: string;
}
