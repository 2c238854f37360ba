import { canonicalHash } from '../../base/canonicalJson.js';
import type { Problem } from '../../base/problem.js';
import { visibleJson } from '../../base/visible.js';
import type { Candidate } from '../../policy/policySpec.js';
import type { FinishedCell } from '../../run/compare.js';
import type { PlannedComparison } from '../../run/plan.js';
import type { Shard } from '../shardOption.js';

/** What all parts of one comparison have in common. */
export interface BlobPlan {
  readonly command: string;
  readonly replications: readonly number[];
  /** Name of the reference; the first candidate when left out. */
  readonly reference?: string;
  readonly allowEmpty: boolean;
  readonly environment?: string;
  readonly comparisons: readonly (Pick<PlannedComparison, 'scenario' | 'hash' | 'revision' | 'worlds'> & {
    readonly candidates: readonly Omit<Candidate, 'bindings'>[];
  })[];
}

/** One part of a comparison: its runs with everything that the reports need of them. */
export interface Blob {
  readonly version: string;
  readonly shard: Shard;
  readonly plan: BlobPlan;
  /** The command as it was typed, without the part. */
  readonly again: string;
  /** Scenario files as they were typed. */
  readonly files: readonly string[];
  readonly isInterrupted: boolean;
  readonly cells: readonly FinishedCell[];
}

const format = 'dryscale-blob/1';
/** What a blob of any version begins with. */
export const blobMark = /^\{"format":"dryscale-blob\//;

export function blobFileName({ index, count }: Shard): string {
  return `blob-${index}-${count}.json`;
}

/** The text of a blob, with a checksum: whatever is read back is what was written. */
export function encodeBlob(blob: Blob): string {
  return `${visibleJson({ format, checksum: canonicalHash(blob), ...blob })}\n`;
}

/** @param version of this program, which is the only one that can read its own blobs @returns the blob, or why it is none */
export function decodeBlob(text: string, file: string, version: string): Blob | Problem {
  const wrong = (code: string, what: string, why: string, fix: string): Problem => ({
    code,
    where: { file },
    what,
    why,
    fix,
  });
  const again = 'run that part again: --shard I/N with the same options.';
  const parsed = parse(text);
  if (parsed === undefined) {
    return wrong('damaged-blob', 'is not JSON', 'The file is damaged, cut off, or something else.', again);
  }
  const { format: found, checksum, ...rest } = parsed;
  if (found !== format) {
    return wrong('wrong-format', 'is not a blob', 'merge joins what --shard wrote.', 'name blobs, or their folder.');
  }
  if (rest.version !== version) {
    const what = `was written by version ${String(rest.version)}, this is ${version}`;
    const fix = 'run all parts and merge with one version.';
    return wrong('other-version', what, 'Two versions may give different results for the same run.', fix);
  }
  if (checksum !== canonicalHash(rest)) {
    return wrong('damaged-blob', 'is damaged', 'Its checksum does not match its content.', again);
  }
  // safe: the checksum and the version say that encodeBlob of this program wrote it.
  return rest as unknown as Blob;
}

function parse(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    // safe: an object of JSON has keys of text.
    const isMap = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isMap ? (value as Record<string, unknown>) : {};
  } catch {
    return undefined;
  }
}
