import type { Study } from '../../analysis/study.js';
import type { TornadoData } from '../charts/tornado.js';
/** The inputs that were drawn, the strongest first; null where the document has no worlds, or cannot tell the inputs apart. */
export declare function tornadoDataOf({ scenario: { robustness, sensitivity }, labels }: Study): TornadoData | null;
