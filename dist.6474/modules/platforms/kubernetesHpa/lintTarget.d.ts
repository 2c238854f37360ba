import type { SourceDocument } from '../../base/document.js';
import type { Lint } from '../platform.js';
export declare function lintTarget(source: SourceDocument): Lint[];
