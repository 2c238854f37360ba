/** One case of how a model server serves, as the vectors have them, and what must come of it. */
export interface EngineCase {
  readonly engine: {
    readonly coefficients_us: Partial<Record<'c0' | 'cB' | 'cPf' | 'cDec' | 'hide' | 'cAtt' | 'cKV' | 'cTP', number>>;
    readonly overheads_us?: Partial<Record<'a0' | 'a1' | 'a2', number>>;
    readonly kv_blocks: number;
    readonly max_seqs: number;
    readonly token_budget: number;
    readonly admit?: 'prompt' | 'reserve';
    readonly policy?: 'fcfs' | 'priority';
    readonly prefix_cache?: boolean;
    readonly lookahead?: 0 | 1;
    readonly max_model_tokens?: number;
  };
  readonly replicas?: number;
  readonly pick?: 'round-robin' | 'least-requests';
  readonly requests: readonly CaseRequest[];
  readonly sample_times_s?: readonly number[];
}

export interface CaseRequest {
  readonly arrival_s: number;
  readonly prompt_tokens: number;
  readonly output_tokens: number;
  readonly priority?: number;
  readonly prefix?: { readonly id: string; readonly tokens: number; readonly retain?: 'prefix' | 'context' };
  readonly timeout_s?: number;
  readonly first_token_timeout_s?: number;
  /** From one token to the next. */
  readonly idle_timeout_s?: number;
}

export interface RequestOutcome {
  outcome: 'completed' | 'refused' | 'cancelled';
  replica: number | null;
  admitted_s: number | null;
  first_token_s: number | null;
  end_s: number | null;
  cancelled_s?: number;
  preemptions: number;
  /** null where it was never admitted */
  hit_tokens: number | null;
}

export interface ReplicaCounts {
  steps: number;
  busy_s: number;
  prefill_tokens: number;
  decode_tokens: number;
  hit_tokens: number;
  preemptions: number;
  peak_kv_blocks: number;
}

export interface Sample {
  readonly time_s: number;
  readonly replicas: readonly {
    readonly replica: number;
    readonly running: number;
    readonly waiting: number;
    readonly kv_used_blocks: number;
    readonly kv_cached_blocks: number;
  }[];
}

export interface CaseResult {
  readonly requests: readonly RequestOutcome[];
  readonly replicas: readonly ReplicaCounts[];
  readonly samples?: readonly Sample[];
}

/** Where the expected differs: whole numbers, words and nulls exactly, times by 1e-9 of themselves. */
export function differences(actual: unknown, expected: unknown, path = ''): string[] {
  if (Array.isArray(expected)) {
    if (!Array.isArray(actual) || actual.length !== expected.length) return [`${path}: another length`];
    return expected.flatMap((item, index) => differences(actual[index], item, `${path}[${index}]`));
  }
  if (typeof expected === 'object' && expected !== null) {
    return Object.entries(expected).flatMap(([key, value]) =>
      differences((actual as Record<string, unknown> | undefined)?.[key], value, `${path}.${key}`),
    );
  }
  if (typeof expected === 'number' && typeof actual === 'number' && path.endsWith('_s')) {
    return Math.abs(actual - expected) <= 1e-9 * Math.max(1e-3, Math.abs(expected))
      ? []
      : [`${path}: ${actual}, expected ${expected}`];
  }
  return actual === expected ? [] : [`${path}: ${actual}, expected ${expected}`];
}
