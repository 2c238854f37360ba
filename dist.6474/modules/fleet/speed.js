import { variantOf } from '../base/variant.js';
/** The maker of speed variants: one file each in `speeds/`. */
export const speed = variantOf();
