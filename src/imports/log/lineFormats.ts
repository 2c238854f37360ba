import { alb } from './alb.js';
import { combined } from './combined.js';
import { envoy } from './envoy.js';
import { jsonLines } from './jsonLines.js';
import type { LineFormat } from './lineFormat.js';

/** Every format of a line that is read. */
export const lineFormats: readonly LineFormat[] = [combined, jsonLines, envoy, alb];
