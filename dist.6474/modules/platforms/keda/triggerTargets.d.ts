import type { ScaledObjectSettings } from './scaledObject.js';
/** What each trigger is held at, for tables: `rabbitmq 10 a pod`, `cpu 70 %`, `cron 5`; one formula in place of the external ones. */
export declare function triggerTargets({ triggers, modifiers, }: Pick<ScaledObjectSettings, 'triggers' | 'modifiers'>): string[];
