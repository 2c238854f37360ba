import { builderOf, settingsOf } from '../../../../base/variant.js';
import type { Allowance, AllowanceRate } from '../allowance.js';
import { fixedWindow } from './fixedWindow.js';
import { gcra } from './gcra.js';
import { tokenBucket } from './tokenBucket.js';

/** Every way to count what a consumer has left. */
export const algorithms = [tokenBucket, gcra, fixedWindow] as const;
export const algorithmSettings = settingsOf(algorithms, { what: 'algorithm of limits' });
export const buildAllowance = builderOf<AllowanceRate, Allowance>(algorithms);
