/** What `calibrate` found: the document of `--json`, and what its text is made of. */
export interface CalibrationResult {
  readonly format: 'dryscale-calibration/1';
  /** As it was asked for: what the data sheet is of. */
  readonly model: string;
  readonly generation: string;
  readonly fitted: CalibratedNumbers;
  /** What the data sheet has in their place. */
  readonly datasheet: CalibratedNumbers;
  readonly kv_tokens: number;
  /** Whether the server's own figure was among the files. */
  readonly kv_from: 'server' | 'datasheet';
  readonly loads: readonly CalibratedLoad[];
  readonly saturation: Saturation;
  /** Coefficients that no measurement here tells, and why. */
  readonly not_identified: readonly string[];
  readonly warnings: readonly string[];
  /** `models:` of a scenario. */
  readonly models: Readonly<Record<string, unknown>>;
}

export interface CalibratedNumbers {
  readonly base_us: number;
  readonly per_sequence_us: number;
  readonly overhead_in_us: number;
}

export interface CalibratedLoad {
  readonly label: string;
  readonly file: string;
  readonly line: number | null;
  /** Fitted to, foretold, or left out since the server was saturated. */
  readonly use: 'fitted' | 'foretold' | 'saturated';
  readonly inside_mean: number;
  readonly e2e_mean_ms: Compared | null;
  readonly ttft_mean_ms: Compared | null;
  readonly tpot_mean_ms: Compared | null;
  readonly throughput_per_s: Compared | null;
}

export interface Compared {
  readonly measured: number;
  readonly simulated: number;
  /** Of the measured figure. */
  readonly error_ratio: number;
}

export interface Saturation {
  /** The highest load that the server kept up with, and the lowest at which it did not. */
  readonly kept: string | null;
  readonly saturated: string | null;
  /** Requests a second of the first load's lengths that the fitted server can take. */
  readonly capacity_per_s: number;
}
