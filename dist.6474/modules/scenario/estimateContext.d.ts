import type { SourceContext } from '../traffic/source.js';
import type { Scenario } from './schema.js';
/** Sources are opened only for their curves, so any stream will do. */
export declare function estimateContext(scenario: Scenario, folder: string): SourceContext;
