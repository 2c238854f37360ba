import { html } from './html.js';
import { json } from './json.js';
import type { Reporter } from './report.js';

/** Every report that `--report` can write. */
export const reporters: readonly Reporter[] = [html, json];

/** What will be a report one day and is refused by name until then. */
export const plannedReports: readonly string[] = ['junit', 'markdown'];
