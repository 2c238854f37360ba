import { z } from 'zod';
import { builderOf, settingsOf } from '../../base/variant.js';
import type { Speed } from '../speed.js';
import { table } from './table.js';
import { usl } from './usl.js';

/** Every way to give an instance's speed; a bare table of points needs no name. */
export const speeds = [usl, table] as const;
const choice = settingsOf(speeds, { what: 'speed' });
const isBareTable = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  Object.keys(value).length > 0 &&
  Object.keys(value).every((key) => /^\d+$/.test(key));
/** `{ usl: ... }`, `{ table: ... }`, or the table's points alone as the contract writes them. */
export const speedSettings = z.preprocess((value) => (isBareTable(value) ? { table: value } : value), choice);
export const buildSpeed = builderOf<{ readonly vcpus: number }, Speed>(speeds);
