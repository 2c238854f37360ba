const kinds = ['services', 'consumers', 'providers', 'classes'] as const;
const ofPart = new RegExp(`^(${kinds.join('|')})\\.([^.]+)\\.`);

/** What a measure is of: `services.web.cost_usd` of one service, `consumers.team-a.ttft_p95_ms` of one consumer, and so of a provider and of a request class. */
export interface Part {
  readonly kind: (typeof kinds)[number];
  readonly name: string;
}

/** The word for one of them. */
export const oneOf = { services: 'service', consumers: 'consumer', providers: 'provider', classes: 'class' } as const;

/** Undefined of a measure of all. */
export function partOf(measure: string): Part | undefined {
  const [, found, name] = ofPart.exec(measure) ?? [];
  const kind = kinds.find((one) => one === found);
  return kind && { kind, name };
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
