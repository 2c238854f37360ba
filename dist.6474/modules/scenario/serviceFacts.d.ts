import type { ServiceFacts } from '../platforms/platform.js';
import type { Scenario } from './schema.js';
/** What a manifest may ask about the service it scales. */
export declare function serviceFacts({ services, gateway, telemetry }: Scenario, name: string): ServiceFacts;
