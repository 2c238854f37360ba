import { type ExitCode } from '../../base/exitCode.js';
import type { CommandInput } from '../command.js';
/**
 * What manifests will do, all that were named together: a summary where there are several, then each by itself.
 *
 * What is refused is said apart, and hides nothing else. 104 goes before 99: of a file that cannot be read nobody knows
 * whether it has lint errors.
 */
export declare function explainManifests({ operands, options, output }: CommandInput): Promise<ExitCode>;
