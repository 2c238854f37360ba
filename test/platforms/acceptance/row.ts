/** A manifest, what its platform does with it, and where that is written. */
export interface AcceptanceRow {
  /** What is special about it. */
  readonly what: string;
  /** `takes`: it is deployed and scales. `refuses`: the API does not store it, or the autoscaler does not act on it at all. */
  readonly platform: 'takes' | 'refuses';
  /** The page, or the file of the platform's sources, that says so. */
  readonly source: string;
  readonly document: unknown;
  /** The platform takes it and no run could show it: it is explained, and refused as a policy with the reason that has this code. */
  readonly explainedOnly?: string;
}

/** Rows with one source. */
export function rowsOf(
  source: string,
  platform: AcceptanceRow['platform'],
  documents: Readonly<Record<string, unknown>>,
): AcceptanceRow[] {
  return Object.entries(documents).map(([what, document]) => ({ what, platform, source, document }));
}
