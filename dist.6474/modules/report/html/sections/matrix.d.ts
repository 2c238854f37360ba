import { type Study } from '../../analysis/study.js';
/** With several scenarios: who keeps the limits where, and at what price. */
export declare function matrixSection(studies: readonly Study[]): string;
