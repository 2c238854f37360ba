/** What the command line allows a server of the Model Context Protocol. */
export interface McpSettings {
  /** Absolute, without links: nothing else is read, but what comes with dryscale. */
  readonly root: string;
  /** Nothing is written but below it; undefined where nothing is. */
  readonly out: string | undefined;
  /** TypeScript and JavaScript may run. */
  readonly mayRunCode: boolean;
  readonly version: string;
}

/** What its module gives. */
export interface McpServerModule {
  /** Serves until the client goes, or the signal says so. */
  serve(settings: McpSettings, signal: AbortSignal): Promise<void>;
}
