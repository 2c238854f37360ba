const ofPart = /^(services|consumers|providers)\.([^.]+)\./;

/** What a measure is of: `services.web.cost_usd` of one service, `consumers.team-a.ttft_p95_ms` of one consumer, and so of a provider. */
export interface Part {
  readonly kind: 'services' | 'consumers' | 'providers';
  readonly name: string;
}

/** Undefined of a measure of all. */
export function partOf(measure: string): Part | undefined {
  const [, kind, name] = ofPart.exec(measure) ?? [];
  return kind === 'services' || kind === 'consumers' || kind === 'providers' ? { kind, name } : undefined;
}

/** The measure without what it is of. */
export function plainName(measure: string): string {
  return measure.replace(ofPart, '');
}

/** The parts of a kind that measures speak of, in the scenario's order. */
export function partsOf(kind: Part['kind'], measures: Readonly<Record<string, unknown>>): string[] {
  const parts = Object.keys(measures).flatMap((measure) => {
    const part = partOf(measure);
    return part?.kind === kind ? [part.name] : [];
  });
  return [...new Set(parts)];
}
