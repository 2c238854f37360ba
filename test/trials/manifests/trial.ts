/** What must come of one small manifest that a real platform takes. */
export interface ManifestTrial {
  /** `NAME.yaml` or `NAME.json`; with `NAME.jsonl` beside it the file is decided on these observations, else explained. */
  readonly file: string;
  /** After the file and a `?`, such as `kubernetesVersion=1.35`. */
  readonly parameters?: string;
  /** Options after the file, such as `--metric s0=queue_depth`. */
  readonly options?: readonly string[];
  /** The exit code; 0 when left out. */
  readonly exit?: number;
  /** What must stand in stdout and stderr, together. */
  readonly says: readonly RegExp[];
  /** What must not. */
  readonly never?: readonly RegExp[];
}
