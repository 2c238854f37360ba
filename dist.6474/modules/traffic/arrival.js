import { variantOf } from '../base/variant.js';
/** The maker of arrival variants: one file each in `arrivals/`. */
export const arrival = variantOf();
