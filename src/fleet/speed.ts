import { variantOf } from '../base/variant.js';

/** Total speed of one instance, in vCPUs, as a function of the requests in their cpu phase. */
export interface Speed {
  /** Total speed with `running` requests in their cpu phase; running >= 1, result > 0. */
  at(running: number): number;
}

/** The maker of speed variants: one file each in `speeds/`. */
export const speed = variantOf<{ readonly vcpus: number }, Speed>();
