import { html } from './html.js';
import { json } from './json.js';
import { junit } from './junit.js';
import { markdown } from './markdown.js';
/** Every report that `--report` can write. */
export const reporters = [html, json, junit, markdown];
/** What is written when `--report` does not say. */
export const defaultReporters = [html, json];
