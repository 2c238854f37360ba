import { html } from './html.js';
import { json } from './json.js';
import { junit } from './junit.js';
import { markdown } from './markdown.js';
import { openmetrics } from './openmetrics.js';
import type { Reporter } from './report.js';

/** Every report that `--report` can write. */
export const reporters: readonly Reporter[] = [html, json, junit, markdown, openmetrics];

/** What is written when `--report` does not say. */
export const defaultReporters: readonly Reporter[] = [html, json];
