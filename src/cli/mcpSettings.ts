/** What the command line allows a server of the Model Context Protocol. */
export interface McpSettings {
  /** Absolute, without links: nothing else is read, but what comes with dryscale. */
  readonly root: string;
  /** Nothing is written but below it; undefined where nothing is. */
  readonly out: string | undefined;
  /** TypeScript and JavaScript may run. */
  readonly mayRunCode: boolean;
  /** Where on the loopback, and the token that callers must have; undefined for stdin and stdout. */
  readonly http: { readonly address: string; readonly port: number; readonly token: string | undefined } | undefined;
  readonly version: string;
}

/** What its module gives. */
export interface McpServerModule {
  /** Serves until the client goes, or the signal says so; over HTTP `onReady` hears the address. @throws ProblemError */
  serve(settings: McpSettings, serving: { readonly signal: AbortSignal; onReady(url: string): void }): Promise<void>;
}
