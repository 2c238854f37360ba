import type { McpSettings } from '../cli/mcpSettings.js';
import type { Files } from './files.js';
import type { Jobs } from './job/jobs.js';
import type { Results } from './results.js';

/** What all calls of a server share; nothing of it is of one client. */
export interface Shared {
  readonly settings: McpSettings;
  readonly files: Files;
  readonly jobs: Jobs;
  readonly results: Results;
}
