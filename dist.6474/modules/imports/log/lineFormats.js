import { alb } from './alb.js';
import { combined } from './combined.js';
import { envoy } from './envoy.js';
import { jsonLines } from './jsonLines.js';
/** Every format of a line that is read. */
export const lineFormats = [combined, jsonLines, envoy, alb];
