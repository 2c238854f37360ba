import { variantOf } from '../../../base/variant.js';

/** Allowances are by the minute, and so much is there at first. */
export const MINUTE_SECONDS = 60;

/** What rounding may have lost: who takes exactly the allowance is never short of it. */
export const ROUNDING = 1e-6;

/** What one consumer has left of what it may take a minute. Instants never go back. */
export interface Allowance {
  /** Below 0 where more was taken than there was. */
  left(nowSeconds: number): number;
  take(amount: number, nowSeconds: number): void;
  /** A part of what was taken at `takenSeconds` was not needed. */
  giveBack(amount: number, takenSeconds: number, nowSeconds: number): void;
}

export interface AllowanceRate {
  readonly perMinute: number;
}

/** A way to count what is left. */
export const allowanceOf = variantOf<AllowanceRate, Allowance>();
